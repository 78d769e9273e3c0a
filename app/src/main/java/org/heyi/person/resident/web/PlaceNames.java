package org.heyi.person.resident.web;

import java.util.List;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.Institutions;
import org.springframework.stereotype.Component;

/// Institutions by the names people know.
@Component
public class PlaceNames {

  private final Institutions institutions;

  PlaceNames(Institutions institutions) {
    this.institutions = institutions;
  }

  public String of(InstitutionId id) {
    return institutions.find(id).map(it -> it.name()).orElse(id.value());
  }

  /// A grid's words, or that there is none.
  public String grid(String grid, Words words) {
    return grid.isEmpty() ? words.of("resident.grid-none") : grid;
  }

  public List<Choice> choices(List<InstitutionId> ids) {
    return ids.stream().map(it -> new Choice(it.value(), of(it))).toList();
  }
}
