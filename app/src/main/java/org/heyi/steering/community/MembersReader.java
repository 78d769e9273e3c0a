package org.heyi.steering.community;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heyi.platform.policy.PackFields;
import org.heyi.platform.policy.PackNode;
import org.heyi.platform.shared.Period;
import org.heyi.steering.community.PlannedConsortium.Accession;
import org.heyi.steering.community.PlannedConsortium.Member;
import org.heyi.steering.community.accession.AccessionMode;

/// Reads the members of a consortium; what an entry does not say, the consortium says for all.
final class MembersReader {

  private MembersReader() {}

  static List<Member> members(PackFields consortium, Period life, String batch) {
    var accession = accession(consortium);
    var members = new ArrayList<Member>();
    for (var node : consortium.needItems("members")) {
      member(node, life, batch, accession.orElse(Accession.NOT_SAID)).ifPresent(members::add);
    }
    return members;
  }

  /// Who leads joined nobody, and who is outside does not join: only their own entry counts.
  private static Optional<Member> member(
      PackNode node, Period life, String batch, Accession accession) {
    var fields = node.fields();
    var institution = fields.needRefer("institution", "institution");
    var role = fields.needOneOf("role", MemberRole.codes());
    var own = fields.text("batch");
    var joined = accession(fields);
    var period = fields.period(life);
    var origin = fields.citation();
    fields.end();
    if (institution.isEmpty() || role.isEmpty()) {
      return Optional.empty();
    }
    var as = MemberRole.of(role);
    return Optional.of(
        new Member(
            node,
            institution,
            as,
            own.isEmpty() ? batch : own,
            joined.orElse(as.joins() ? accession : Accession.NOT_SAID),
            period,
            origin));
  }

  private static Optional<Accession> accession(PackFields of) {
    return of.take("accession")
        .map(node -> {
          var fields = node.fields();
          fields.needItems("modes");
          var said =
              new Accession(
                  fields.words("modes", AccessionMode.codes()), fields.citation().clause());
          fields.end();
          return said;
        });
  }
}
