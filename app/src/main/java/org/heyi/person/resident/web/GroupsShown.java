package org.heyi.person.resident.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.heyi.person.resident.ResidentGroups;
import org.heyi.person.resident.group.PopulationGroup;
import org.heyi.person.resident.group.PopulationGroups;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shell.Words;

/// What a resident's page needs of population groups.
///
/// @param byAge those that follow from the birth date
/// @param named by the area's plan: group → clause
/// @param groups that can be recorded
public record GroupsShown(
    List<String> byAge, Map<String, String> named, List<Choice> groups, List<Choice> knownBy) {

  static GroupsShown of(ResidentGroups facade, LocalDate birthDate, AreaId area, Words words) {
    var all = PopulationGroups.ONLY;
    return new GroupsShown(
        facade.byAge(birthDate).stream().map(PopulationGroup::code).toList(),
        facade.named(area),
        choices(all.recorded(), words),
        Choice.of(all.knownBy(), "resident.known-by.", words));
  }

  static List<Choice> choices(List<PopulationGroup> groups, Words words) {
    return Choice.of(groups.stream().map(PopulationGroup::code).toList(), "resident.group.", words);
  }
}
