package org.heyi.steering.community;

import java.util.HashSet;
import java.util.List;
import org.heyi.platform.policy.PackNode;
import org.heyi.platform.policy.PackReading;
import org.heyi.platform.policy.ParameterPlan;
import org.heyi.platform.shared.Period;
import org.heyi.steering.directory.DirectoryPlan;
import org.heyi.steering.directory.InstitutionKind;
import org.heyi.steering.directory.InstitutionKind.Group;

/// What must hold for consortia and their members (GOV-01, GOV-04, GOV-05, TSK-18).
final class ConsortiumChecks {

  private final CommunityPlan plan;
  private final DirectoryPlan directory;
  private final PackReading reading;

  private ConsortiumChecks(CommunityPlan plan, DirectoryPlan directory, PackReading reading) {
    this.plan = plan;
    this.directory = directory;
    this.reading = reading;
  }

  static void check(PackNode section, PackReading reading) {
    var directory = reading.kept(DirectoryPlan.class);
    if (directory.isEmpty()) {
      return;
    }
    var checks = new ConsortiumChecks(CommunityPlan.of(reading), directory.get(), reading);
    for (var consortium : checks.plan.consortia()) {
      checks.roles(consortium);
      checks.leads(consortium);
      checks.kinds(consortium);
      checks.nesting(consortium);
      checks.formula(consortium);
    }
    checks.quotaBindsSomebody(section);
  }

  /// One role per institution and consortium at a time.
  private void roles(PlannedConsortium consortium) {
    var before = new java.util.ArrayList<PlannedConsortium.Member>();
    for (var member : consortium.members()) {
      before.stream()
          .filter(it -> it.institution().equals(member.institution()))
          .filter(it -> overlap(it.period(), member.period()))
          .findFirst()
          .ifPresent(it ->
              member
                  .where()
                  .refuse(CommunityProblem.TWO_ROLES, member.institution(), it.where().line()));
      before.add(member);
    }
  }

  private void leads(PlannedConsortium consortium) {
    var leads = with(consortium, MemberRole.LEAD);
    var joint = with(consortium, MemberRole.JOINT_LEAD);
    if (leads.isEmpty() && joint.isEmpty() && consortium.form() != ConsortiumForm.REGIONAL) {
      consortium.where().refuse(CommunityProblem.NO_LEAD, consortium.id());
    } else if (!leads.isEmpty() && !joint.isEmpty()) {
      joint.getFirst().where().refuse(CommunityProblem.LEAD_AND_JOINT_LEAD, consortium.id());
    } else if (joint.size() == 1) {
      joint.getFirst().where().refuse(CommunityProblem.ONE_JOINT_LEAD, consortium.id());
    }
    for (var member : consortium.members()) {
      if (member.role().receives()
          && directory.find(member.institution()).isPresent()
          && !directory.listed().contains(member.institution())) {
        member.where().refuse(CommunityProblem.NO_DEPARTMENT_LIST, member.institution());
      }
    }
  }

  private static List<PlannedConsortium.Member> with(
      PlannedConsortium consortium, MemberRole role) {
    return consortium.members().stream().filter(it -> it.role() == role).toList();
  }

  private void kinds(PlannedConsortium consortium) {
    for (var member : consortium.members()) {
      directory
          .find(member.institution())
          .ifPresent(it -> {
            switch (it.kind().group()) {
              case GOVERNMENT, BODY ->
                  member
                      .where()
                      .refuse(CommunityProblem.NO_MEMBER_OF_THIS_KIND, it.id(), it.kind().code());
              case STATION ->
                  member.where().refuse(CommunityProblem.BELONGS_THROUGH_ITS_CENTRE, it.id());
              case EXTERNAL -> {
                if (member.role() != MemberRole.UPPER_SUPPORT) {
                  member.where().refuse(CommunityProblem.ONLY_AS_SUPPORT, it.id());
                }
              }
              case HOSPITAL, CARE, PUBLIC_HEALTH, PRIMARY -> {
                // may be a member in any role
              }
            }
          });
    }
  }

  private void nesting(PlannedConsortium consortium) {
    if (consortium.parent().isEmpty()) {
      if (consortium.form() == ConsortiumForm.REGIONAL) {
        consortium.where().refuse(CommunityProblem.REGIONAL_WITHOUT_PARENT, consortium.id());
      }
      return;
    }
    if (consortium.standsAs().isEmpty()) {
      consortium.where().refuse(CommunityProblem.PARENT_WITHOUT_STAND_IN, consortium.id());
    } else if (!standsInParent(consortium)) {
      consortium
          .where()
          .refuse(
              CommunityProblem.STAND_IN_IS_NO_MEMBER, consortium.standsAs(), consortium.parent());
    }
    var above = new HashSet<String>();
    var at = consortium;
    while (above.add(at.id())) {
      var parent = plan.consortium(at.parent());
      if (parent.isEmpty()) {
        return;
      }
      at = parent.get();
    }
    consortium.where().refuse(CommunityProblem.INSIDE_ITSELF, consortium.id());
  }

  private boolean standsInParent(PlannedConsortium consortium) {
    var isNested =
        directory
            .find(consortium.standsAs())
            .filter(it -> it.kind() == InstitutionKind.NESTED_CONSORTIUM)
            .isPresent();
    return isNested
        && plan.consortium(consortium.parent()).stream()
            .flatMap(it -> it.members().stream())
            .anyMatch(it -> it.institution().equals(consortium.standsAs()));
  }

  private void formula(PlannedConsortium consortium) {
    var formula = consortium.formula();
    if (formula != null) {
      FormulaReader.check(formula.parts(), consortium.id(), reading);
    } else if (consortium.form() != ConsortiumForm.REGIONAL) {
      consortium.where().refuse(CommunityProblem.FORMULA_MISSING, consortium.id());
    }
  }

  /// A quota that binds no hospital would look kept and be none.
  private void quotaBindsSomebody(PackNode section) {
    var roles =
        reading
            .kept(ParameterPlan.class)
            .map(it -> it.words("reserved-hospitals"))
            .filter(it -> !it.isEmpty());
    var bound =
        roles.isEmpty()
            || plan.consortia().stream()
                .flatMap(it -> it.members().stream())
                .anyMatch(it -> roles.get().contains(it.role().code()));
    if (!bound) {
      section.refuse(CommunityProblem.NO_HOSPITAL_BOUND, String.join(", ", roles.get()));
    }
  }

  static boolean overlap(Period one, Period other) {
    return (one.until() == null || other.from().isBefore(one.until()))
        && (other.until() == null || one.from().isBefore(other.until()));
  }

  static boolean isPrimary(DirectoryPlan directory, String institution) {
    return directory.find(institution).filter(it -> it.kind().group() == Group.PRIMARY).isPresent();
  }
}
