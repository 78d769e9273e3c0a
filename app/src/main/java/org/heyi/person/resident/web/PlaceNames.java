package org.heyi.person.resident.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.heyi.person.resident.ResidentTies;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.Institutions;
import org.springframework.stereotype.Component;

/// Institutions and grids by the names people know.
@Component
public class PlaceNames {

  private final Institutions institutions;
  private final ResidentTies ties;

  PlaceNames(Institutions institutions, ResidentTies ties) {
    this.institutions = institutions;
    this.ties = ties;
  }

  public String of(InstitutionId id) {
    return institutions.find(id).map(it -> it.name()).orElse(id.value());
  }

  /// A name for each, if only its id.
  public Map<InstitutionId, String> of(Collection<InstitutionId> ids) {
    var names = new HashMap<>(institutions.names(ids));
    ids.forEach(it -> names.putIfAbsent(it, it.value()));
    return names;
  }

  /// A grid's words, or that there is none.
  public String grid(String grid, Words words) {
    return grid.isEmpty()
        ? words.of("resident.grid-none")
        : ties.gridName(grid, words.locale().getLanguage().equals("en"));
  }

  public List<Choice> choices(List<InstitutionId> ids) {
    var names = of(ids);
    return ids.stream().map(it -> new Choice(it.value(), names.getOrDefault(it, ""))).toList();
  }
}
