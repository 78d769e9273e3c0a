package org.heyi.steering.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heyi.platform.policy.Citation;
import org.heyi.platform.policy.PackFields;
import org.heyi.platform.policy.PackNode;
import org.heyi.platform.shared.Period;
import org.heyi.steering.directory.PlannedInstitution.Management;

/// Reads `managed_by`: exactly one centre at a time manages a clinic or station (GOV-09).
final class Managers {

  private Managers() {}

  static List<Management> read(
      PackFields fields, Optional<InstitutionKind> kind, Period life, Citation origin) {
    var isStation = kind.filter(it -> it.group() == InstitutionKind.Group.STATION).isPresent();
    var node = fields.take("managed_by");
    if (node.isPresent() && kind.isPresent() && !isStation) {
      fields
          .key("managed_by")
          .refuse(DirectoryProblem.MANAGER_NOT_FOR_THIS_KIND, kind.get().code());
    } else if (node.isEmpty() && isStation) {
      fields.where().refuse(DirectoryProblem.MANAGER_MISSING);
    }
    var managers = new ArrayList<Management>();
    for (var item : node.map(PackNode::oneOrMany).orElse(List.of())) {
      var management = management(item, life, origin);
      if (managers.stream().anyMatch(it -> overlap(it.period(), management.period()))) {
        item.refuse(DirectoryProblem.TWO_MANAGERS, management.manager());
      }
      managers.add(management);
    }
    return managers;
  }

  private static Management management(PackNode node, Period life, Citation origin) {
    if (!node.isMap()) {
      return new Management(node.refer("institution").orElse(""), life, origin);
    }
    var fields = node.fields();
    var management =
        new Management(
            fields.needRefer("institution", "institution"), fields.period(life), fields.citation());
    fields.end();
    return management;
  }

  static boolean overlap(Period one, Period other) {
    return (one.until() == null || other.from().isBefore(one.until()))
        && (other.until() == null || one.from().isBefore(other.until()));
  }
}
