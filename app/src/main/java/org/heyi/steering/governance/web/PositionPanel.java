package org.heyi.steering.governance.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.InstitutionPanel;
import org.heyi.steering.directory.Institutions;
import org.heyi.steering.governance.position.Position;
import org.heyi.steering.governance.position.Positions;
import org.springframework.stereotype.Component;

/// What an institution is for, on its page (GOV-29).
@Component
class PositionPanel implements InstitutionPanel {

  private static final int BEFORE_THE_COMMUNITY = 5;

  private final Positions positions;
  private final Institutions institutions;
  private final PositionWords position;

  PositionPanel(Positions positions, Institutions institutions, PositionWords position) {
    this.positions = positions;
    this.institutions = institutions;
    this.position = position;
  }

  @Override
  public int order() {
    return BEFORE_THE_COMMUNITY;
  }

  @Override
  public Optional<Content> of(InstitutionId institution, Words words) {
    var items = institutions.find(institution).map(positions::of).orElse(List.of());
    if (items.isEmpty()) {
      return Optional.empty();
    }
    var departments = position.departments(List.of(institution.value()));
    var lines = new ArrayList<Line>();
    for (var it : position.lines(items, departments, words)) {
      lines.add(new Line(it.text(), it.badge(), "", it.origin().clause()));
    }
    if (asksForSpecialties(items)) {
      lines.add(Line.fact(words.of("position.specialty-unknown"), ""));
    }
    return Optional.of(new Content(words.of("position.title"), lines));
  }

  /// The plan speaks of strong specialties, and nobody has said which they are.
  private static boolean asksForSpecialties(List<Position.Item> items) {
    return items.stream().anyMatch(it -> it.code().equals(Position.SPECIALTY_COMPLEX))
        && items.stream().noneMatch(it -> it.part() == Position.Part.SPECIALTY);
  }
}
