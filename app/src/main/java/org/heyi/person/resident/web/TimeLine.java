package org.heyi.person.resident.web;

import java.util.Comparator;
import java.util.List;
import org.heyi.person.resident.ResidentPanel;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// 时间轴: the steps of a resident that all rooms contribute, newest first.
@Component
public class TimeLine {

  /// One step and the room's words for it.
  public record Step(String title, ResidentPanel.Row row) {}

  private final List<ResidentPanel> panels;

  TimeLine(ObjectProvider<ResidentPanel> panels) {
    this.panels = panels.stream().toList();
  }

  List<Step> of(ResidentId resident, Staff by) {
    return panels.stream()
        .flatMap(panel -> panel.rows(resident, by).stream().map(it -> new Step(panel.title(), it)))
        .sorted(Comparator.comparing((Step it) -> it.row().at()).reversed())
        .toList();
  }

  List<ResidentPanel.Link> links(ResidentId resident, Staff by) {
    return panels.stream().flatMap(it -> it.links(resident, by).stream()).toList();
  }
}
