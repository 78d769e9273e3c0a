package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.PostId;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Every state × who holds it × every action × every duty at the sender, the receiver, a hospital
/// that sent it on and elsewhere, against a table that says the same in words. What the table does
/// not name nobody may do.
class ReferralActionsTests {

  private static final InstitutionId CLINIC = InstitutionId.of("clinic");
  private static final InstitutionId HOSPITAL = InstitutionId.of("hospital");
  private static final InstitutionId EARLIER = InstitutionId.of("earlier-hospital");
  private static final InstitutionId ELSEWHERE = InstitutionId.of("elsewhere");
  private static final AccountId ME = AccountId.next();
  private static final AccountId OTHER = AccountId.next();

  /// situation → who → what they may do
  private static final String TABLE =
      """
      DRAFT                    sender SEND       EDIT SEND WITHDRAW
      SENT slot office free    sender SEND       MOVE WITHDRAW
      SENT slot office free    receiver REVIEW   CLAIM ACCEPT RETURN REFUSE REDIRECT FORWARD
      SENT slot office mine    sender SEND       MOVE WITHDRAW
      SENT slot office mine    receiver REVIEW   RELEASE ACCEPT RETURN REFUSE REDIRECT FORWARD
      SENT slot office mine    receiver OVERSEE  RELEASE
      SENT slot office other   sender SEND       MOVE WITHDRAW
      SENT slot office other   receiver OVERSEE  RELEASE
      SENT slot doctor free    sender SEND       MOVE WITHDRAW
      SENT slot doctor free    receiver ADVISE   CLAIM ADVISE
      SENT slot doctor free    receiver REVIEW   RECALL
      SENT slot doctor mine    sender SEND       MOVE WITHDRAW
      SENT slot doctor mine    receiver ADVISE   RELEASE ADVISE
      SENT slot doctor mine    receiver REVIEW   RECALL
      SENT slot doctor mine    receiver OVERSEE  RELEASE
      SENT slot doctor other   sender SEND       MOVE WITHDRAW
      SENT slot doctor other   receiver REVIEW   RECALL
      SENT slot doctor other   receiver OVERSEE  RELEASE
      SENT none                sender SEND       MOVE WITHDRAW
      RETURNED                 sender SEND       EDIT SEND WITHDRAW
      ACCEPTED slot            sender SEND       MOVE WITHDRAW
      ACCEPTED slot            receiver ARRIVE   ARRIVE NO_SHOW
      ACCEPTED none            sender SEND       MOVE WITHDRAW
      ACCEPTED missed          sender SEND       MOVE WITHDRAW
      ACCEPTED missed          receiver ARRIVE   ARRIVE
      ARRIVED                  receiver TREAT    TAKE_IN
      IN_CARE                  receiver TREAT    FEED_BACK
      FED_BACK                 sender SEND       CLOSE
      FED_BACK                 receiver TREAT    CLOSE
      """;

  private record Row(List<String> situation, String who, Set<ReferralAction> may) {

    static Row of(String line) {
      var words = List.of(line.split("\\s+"));
      int who = Math.max(words.indexOf("sender"), words.indexOf("receiver"));
      return new Row(
          words.subList(0, who),
          words.get(who) + " " + words.get(who + 1),
          words.subList(who + 2, words.size()).stream()
              .map(ReferralAction::valueOf)
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(ReferralAction.class))));
    }
  }

  private static final List<Row> ROWS = TABLE.lines().map(Row::of).toList();

  @Test
  void nobodyMayDoMoreOrLessThanTheTableSays() {
    int pairs = 0;
    int allowed = 0;
    for (var facts : situations()) {
      for (var duty : ReferralDuty.values()) {
        for (var place : List.of("sender", "receiver", "earlier", "stranger")) {
          var may = ReferralActions.of(facts, staff(duty, place));
          assertThat(may)
              .as("%s, %s at %s", words(facts), duty, place)
              .isEqualTo(expected(facts, place + " " + duty));
          pairs += ReferralAction.values().length;
          allowed += may.size();
        }
      }
    }
    System.out.printf(
        "referral actions: %d pairs tried, %d allowed, violations 0%n", pairs, allowed);
    assertThat(pairs).isGreaterThan(10_000);
    assertThat(allowed).isPositive();
  }

  @Test
  void everyRowOfTheTableIsASituationThatWasTried() {
    var all = situations().stream().map(ReferralActionsTests::words).toList();

    assertThat(ROWS).allMatch(row -> all.stream().anyMatch(it -> it.containsAll(row.situation())));
  }

  @Test
  void whatClocksAndSchedulesDoNoPersonMay() {
    var clockwork =
        EnumSet.of(
            ReferralAction.EXPIRE,
            ReferralAction.FREE_SLOT,
            ReferralAction.DISPLACE,
            ReferralAction.UNBOOK);
    for (var facts : situations()) {
      for (var duty : ReferralDuty.values()) {
        for (var place : List.of("sender", "receiver", "earlier", "stranger")) {
          assertThat(ReferralActions.of(facts, staff(duty, place)))
              .doesNotContainAnyElementsOf(clockwork);
        }
      }
    }
  }

  /// 补录: papers tell of what may be done now, and of the review that the clock was faster than.
  @Test
  void onPaperIsEnteredWhatMayBeDoneNowOrTheClockHasEnded() {
    var written =
        EnumSet.of(
            ReferralAction.ACCEPT,
            ReferralAction.ARRIVE,
            ReferralAction.NO_SHOW,
            ReferralAction.TAKE_IN);
    for (var facts : situations()) {
      for (var duty : ReferralDuty.values()) {
        for (var place : List.of("sender", "receiver", "earlier", "stranger")) {
          var expected = expected(facts, place + " " + duty);
          expected.retainAll(written);
          if (facts.state() == ReferralState.EXPIRED
              && place.equals("receiver")
              && duty == ReferralDuty.REVIEW) {
            expected.add(ReferralAction.ACCEPT);
          }
          assertThat(ReferralActions.onPaper(facts, staff(duty, place))).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void anEndedReferralIsLeftAlone() {
    for (var facts : situations()) {
      if (facts.state().ended()) {
        for (var duty : ReferralDuty.values()) {
          assertThat(ReferralActions.of(facts, staff(duty, "sender"))).isEmpty();
          assertThat(ReferralActions.of(facts, staff(duty, "receiver"))).isEmpty();
        }
      }
    }
  }

  private static Set<ReferralAction> expected(ReferralFacts facts, String who) {
    var may = EnumSet.noneOf(ReferralAction.class);
    ROWS.stream()
        .filter(row -> row.who().equals(who) && words(facts).containsAll(row.situation()))
        .forEach(row -> may.addAll(row.may()));
    return may;
  }

  private static List<String> words(ReferralFacts it) {
    var assignee = it.assignee();
    var mine = ME.equals(assignee) || ME.equals(it.deputy());
    var holder = assignee == null ? "free" : mine ? "mine" : "other";
    return List.of(
        it.state().name(),
        it.missed() ? "missed" : it.slotHeld() ? "slot" : "none",
        it.forwarded() ? "doctor" : "office",
        holder);
  }

  private static List<ReferralFacts> situations() {
    var all = new ArrayList<ReferralFacts>();
    for (var state : ReferralState.values()) {
      for (var forwarded : new boolean[] {false, true}) {
        for (var slot : new boolean[] {false, true}) {
          all.add(facts(state, forwarded, slot, false, null, null));
          all.add(facts(state, forwarded, slot, false, ME, null));
          all.add(facts(state, forwarded, slot, false, OTHER, null));
          all.add(facts(state, forwarded, slot, false, OTHER, ME));
        }
      }
    }
    all.add(facts(ReferralState.ACCEPTED, false, false, true, null, null));
    return all;
  }

  private static ReferralFacts facts(
      ReferralState state,
      boolean forwarded,
      boolean slot,
      boolean missed,
      @Nullable AccountId assignee,
      @Nullable AccountId deputy) {
    return new ReferralFacts(
        ReferralId.next(),
        state,
        forwarded,
        slot,
        missed,
        CLINIC,
        ME,
        HOSPITAL,
        Set.of(EARLIER),
        assignee,
        deputy,
        null,
        1);
  }

  private static Staff staff(ReferralDuty duty, String place) {
    var where =
        switch (place) {
          case "sender" -> CLINIC;
          case "receiver" -> HOSPITAL;
          case "earlier" -> EARLIER;
          default -> ELSEWHERE;
        };
    return new Staff(
        ME, "某", PostId.next(), "role", where, AreaId.of("area"), Map.of(duty.code(), Scope.AREA));
  }

  @Test
  void theTableNamesEveryActionOfPeopleButTheFirst() {
    var named = ROWS.stream().flatMap(it -> it.may().stream()).collect(Collectors.toSet());

    assertThat(Arrays.asList(ReferralAction.values()))
        .filteredOn(it -> !named.contains(it))
        .containsExactly(
            ReferralAction.START,
            ReferralAction.HAND_OVER,
            ReferralAction.EXPIRE,
            ReferralAction.FREE_SLOT,
            ReferralAction.DISPLACE,
            ReferralAction.UNBOOK);
  }
}
