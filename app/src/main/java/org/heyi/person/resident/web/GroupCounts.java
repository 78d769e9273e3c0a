package org.heyi.person.resident.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heyi.person.resident.ResidentGroups;
import org.heyi.platform.shared.InstitutionId;

/// The book's table of population groups: a line per grid and institution, a column per group.
public record GroupCounts(List<Choice> groups, List<Line> lines) {

  /// One institution of a grid; the numbers stand in the order of the groups.
  public record Line(String grid, InstitutionId institution, List<Long> numbers) {}

  private record Key(String grid, InstitutionId institution) {}

  static GroupCounts of(List<ResidentGroups.Count> counts, List<Choice> groups) {
    var lines = new LinkedHashMap<Key, Map<String, Long>>();
    for (var it : counts) {
      lines
          .computeIfAbsent(new Key(it.grid(), it.institution()), _ -> new LinkedHashMap<>())
          .put(it.group(), it.residents());
    }
    var all = new ArrayList<Line>();
    lines.forEach((key, numbers) ->
        all.add(
            new Line(
                key.grid(),
                key.institution(),
                groups.stream().map(it -> numbers.getOrDefault(it.value(), 0L)).toList())));
    return new GroupCounts(groups, all);
  }
}
