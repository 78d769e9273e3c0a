package org.heyi.steering.governance.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.heyi.steering.governance.Authority;
import org.heyi.steering.governance.Body;
import org.heyi.steering.governance.Centre;
import org.heyi.steering.governance.Charge;
import org.heyi.steering.governance.ConcurrentPost;
import org.heyi.steering.governance.Milestone;
import org.heyi.steering.governance.position.Position;
import org.heyi.steering.governance.unchanged.Unchanged;
import org.jspecify.annotations.Nullable;

/// What a plan arranges, as JSON. A clause is empty where the house chose.
final class GovernanceJson {

  private GovernanceJson() {}

  /// How an area is governed as a whole.
  record Area(
      String area,
      List<BodyJson> bodies,
      List<AuthorityJson> authorities,
      List<PositionJson> positions,
      List<CentreJson> centres,
      List<MilestoneJson> milestones) {}

  /// How a consortium is governed; bodies and centres of the area stand at the area.
  ///
  /// @param unified null where the plan manages nothing as one
  record Consortium(
      String consortium,
      String area,
      @Nullable UnifiedJson unified,
      List<UnchangedJson> unchanged,
      List<PostJson> concurrentPosts,
      List<BodyJson> bodies,
      List<CentreJson> centres,
      List<MilestoneJson> milestones) {}

  /// One thing to do.
  ///
  /// @param duty of a department's closed list, or empty
  record ChargeJson(String duty, String text, String clause) {

    static List<ChargeJson> of(List<Charge> charges) {
      return charges.stream()
          .map(it -> new ChargeJson(it.duty(), it.text(), it.origin().clause()))
          .toList();
    }
  }

  /// A seat: a post, or an institution that sends somebody.
  record SeatJson(String post, String institution) {}

  /// A body; posts, never names.
  ///
  /// @param until its last day, or null
  record BodyJson(
      String id,
      String kind,
      String name,
      String grid,
      String parent,
      String chair,
      List<String> viceChairs,
      List<SeatJson> members,
      String secretariat,
      String secretariatHead,
      List<ChargeJson> duties,
      LocalDate since,
      @Nullable LocalDate until,
      String clause) {

    static BodyJson of(Body it) {
      var until = it.life().until();
      return new BodyJson(
          it.id(),
          it.kind().code(),
          it.name(),
          it.grid(),
          it.parent(),
          it.chair(),
          it.viceChairs(),
          it.members().stream().map(seat -> new SeatJson(seat.post(), seat.institution())).toList(),
          it.secretariat(),
          it.secretariatHead(),
          ChargeJson.of(it.duties()),
          it.life().from(),
          until == null ? null : until.minusDays(1),
          it.origin().clause());
    }
  }

  /// A government department.
  record AuthorityJson(String institution, List<ChargeJson> duties, String clause) {

    static AuthorityJson of(Authority it) {
      return new AuthorityJson(it.institution(), ChargeJson.of(it.duties()), it.origin().clause());
    }
  }

  /// A centre or platform.
  ///
  /// @param state open, overdue, due or undated
  record CentreJson(
      String id,
      String group,
      String kind,
      String name,
      String parent,
      String host,
      @Nullable LocalDate due,
      String state,
      List<ChargeJson> functions,
      String clause) {

    static CentreJson of(Centre it, LocalDate today) {
      return new CentreJson(
          it.id(),
          it.group().code(),
          it.kind(),
          it.name(),
          it.parent(),
          it.host(),
          it.due(),
          it.state(today).name().toLowerCase(Locale.ROOT),
          ChargeJson.of(it.functions()),
          it.origin().clause());
    }
  }

  /// What is to be reached by a day.
  ///
  /// @param parameters keys of policy parameters that hold the numbers
  record MilestoneJson(
      LocalDate by, String says, String saysEn, List<String> parameters, String clause) {

    static MilestoneJson of(Milestone it) {
      return new MilestoneJson(
          it.by(), it.says(), it.saysEn(), it.parameters(), it.origin().clause());
    }
  }

  /// What stays as it is.
  ///
  /// @param guarded this system holds the fact and refuses its change
  record UnchangedJson(String attribute, String words, boolean guarded, String clause) {

    static UnchangedJson of(Unchanged it) {
      return new UnchangedJson(
          it.attribute().code(), it.words(), it.attribute().isGuarded(), it.origin().clause());
    }
  }

  /// A post whose holder also holds another.
  ///
  /// @param manner always, in_principle or may
  record PostJson(String post, String holder, String manner, String clause) {

    static PostJson of(ConcurrentPost it) {
      return new PostJson(it.post().code(), it.holder(), it.manner().code(), it.origin().clause());
    }
  }

  /// What institutions are for. Lists that are empty leave open; named institutions stand alone.
  record PositionJson(
      String consortium,
      List<String> roles,
      List<String> kinds,
      List<String> levels,
      List<String> institutions,
      List<ItemJson> items,
      String clause) {

    static PositionJson of(Position it) {
      var whom = it.whom();
      return new PositionJson(
          whom.consortium(),
          whom.roles(),
          whom.kinds(),
          whom.levels(),
          whom.institutions(),
          it.items().stream().map(ItemJson::of).toList(),
          it.origin().clause());
    }
  }

  /// Everything the plan wants of one institution.
  record InstitutionJson(String institution, String area, List<ItemJson> items) {}

  /// @param part care, service, scale, equipment or specialty
  /// @param code of the closed list of cases, or of a department; else empty
  /// @param atLeast null where the plan gives no number
  record ItemJson(
      String part,
      String code,
      String text,
      @Nullable Integer atLeast,
      String unit,
      String clause) {

    static ItemJson of(Position.Item it) {
      return new ItemJson(
          it.part().code(), it.code(), it.text(), it.atLeast(), it.unit(), it.origin().clause());
    }
  }
}
