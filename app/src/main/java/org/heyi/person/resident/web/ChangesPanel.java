package org.heyi.person.resident.web;

import java.util.List;
import org.heyi.person.resident.ResidentChange;
import org.heyi.person.resident.ResidentPanel;
import org.heyi.person.resident.Residents;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.springframework.stereotype.Component;

/// This room's own steps on the time line: who registered and changed the record.
@Component
class ChangesPanel implements ResidentPanel {

  private final Residents residents;
  private final PlaceNames names;

  ChangesPanel(Residents residents, PlaceNames names) {
    this.residents = residents;
    this.names = names;
  }

  @Override
  public String title() {
    return "resident.panel";
  }

  @Override
  public List<Row> rows(ResidentId resident, Staff by) {
    return residents.changesAfter(resident, 0, by).stream().map(this::row).toList();
  }

  private Row row(ResidentChange change) {
    return new Row(
        change.at(),
        "resident.step." + change.what(),
        List.of(change.name(), names.of(change.institution())),
        "");
  }
}
