package org.heyi.flow.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heyi.flow.capacity.CapacityProblem.CLINIC_STOPPED;
import static org.heyi.flow.capacity.CapacityProblem.NOT_ENTITLED;
import static org.heyi.flow.capacity.CapacityProblem.NOT_YET_OPEN;
import static org.heyi.flow.capacity.CapacityProblem.NOT_YOUR_DUTY;
import static org.heyi.flow.capacity.CapacityProblem.RESERVED_LAPSED;
import static org.heyi.flow.capacity.CapacityProblem.TOO_LATE;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.heyi.Satisfies;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Problem;
import org.heyi.platform.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who may take which slot, when. The figures of 太仓 are those of the plan: 提前五天 (002 二(三)6).
class SlotRulesTests {

  static final ConsortiumId OURS = ConsortiumId.of("taicang-yigongti");
  static final ConsortiumId OTHER = ConsortiumId.of("other-one");
  static final LocalDate VISIT = LocalDate.of(2026, 12, 10);

  static final Opening TAICANG = opening(false, Set.of(Entitlement.FAMILY_DOCTOR), 5, 3);
  static final Booker FAMILY_DOCTOR = new Booker(true, true, true, true, false, Set.of(OURS));
  static final Booker CLERK = new Booker(true, false, false, true, false, Set.of(OURS));

  @Test
  @Satisfies("APT-03")
  void fiveDaysAheadOpensAtMidnightInChina() {
    var slot = expert(true);

    assertThat(refusal(slot, FAMILY_DOCTOR, at(6, "23:59"))).isEqualTo(NOT_YET_OPEN);
    assertThat(refusal(slot, FAMILY_DOCTOR, at(5, "00:00"))).isNull();
  }

  @Test
  @Satisfies("APT-03")
  void onTheSixthDayBeforeNobodyCan() {
    for (var booker : List.of(FAMILY_DOCTOR, CLERK, Booker.publicMember())) {
      for (var reserved : new boolean[] {true, false}) {
        assertThat(refusal(expert(reserved), booker, at(6, "12:00"))).isNotNull();
      }
    }
  }

  @Test
  @Satisfies("APT-06")
  void whoIsNotEntitledCannotTakeAReservedSlot() {
    for (var time : List.of("00:00", "12:00", "23:59")) {
      for (int days = 5; days >= 2; days--) {
        assertThat(refusal(expert(true), CLERK, at(days, time))).isEqualTo(NOT_ENTITLED);
        assertThat(refusal(expert(true), Booker.publicMember(), at(days, time)))
            .isEqualTo(NOT_ENTITLED);
      }
    }
  }

  @Test
  @Satisfies("APT-06")
  void aFamilyDoctorOfAnotherConsortiumIsNotEntitledHere() {
    var stranger = new Booker(true, true, true, true, false, Set.of(OTHER));

    assertThat(refusal(expert(true), stranger, at(4, "12:00"))).isEqualTo(NOT_ENTITLED);
  }

  @Test
  void ordinarySlotsOpenToEverybodyThreeDaysAhead() {
    assertThat(refusal(expert(false), CLERK, at(4, "23:59"))).isEqualTo(NOT_YET_OPEN);
    assertThat(refusal(expert(false), CLERK, at(3, "00:00"))).isNull();
    assertThat(refusal(expert(false), FAMILY_DOCTOR, at(4, "12:00"))).isEqualTo(NOT_YET_OPEN);
  }

  @Test
  void unusedReservedSlotsAreReleasedToEverybody() {
    assertThat(refusal(expert(true), CLERK, at(1, "07:59"))).isEqualTo(NOT_ENTITLED);
    assertThat(refusal(expert(true), CLERK, at(1, "08:00"))).isNull();
    assertThat(refusal(expert(true), FAMILY_DOCTOR, at(1, "08:00"))).isNull();
  }

  @Test
  void orLapseWhereTheParameterSaysSo() {
    var lapsing = opening(true, Set.of(Entitlement.FAMILY_DOCTOR), 5, 3);

    assertThat(refusal(expert(true), FAMILY_DOCTOR, lapsing, at(1, "07:59"))).isNull();
    for (var booker : List.of(FAMILY_DOCTOR, CLERK)) {
      assertThat(refusal(expert(true), booker, lapsing, at(1, "08:00"))).isEqualTo(RESERVED_LAPSED);
    }
    assertThat(refusal(expert(false), CLERK, lapsing, at(1, "08:00"))).isNull();
  }

  @Test
  void whatHasBegunOrIsStoppedOrIsNotOnesDutyIsRefused() {
    var stopped = new SlotRules.SlotFacts(false, false, VISIT, at(0, "08:30"), at(0, "08:00"));
    var noDuty = new Booker(false, true, true, true, false, Set.of(OURS));

    assertThat(refusal(expert(false), CLERK, at(0, "08:30"))).isEqualTo(TOO_LATE);
    assertThat(refusal(stopped, CLERK, at(1, "08:00"))).isEqualTo(CLINIC_STOPPED);
    assertThat(refusal(expert(true), noDuty, at(3, "08:00"))).isEqualTo(NOT_YOUR_DUTY);
  }

  @Test
  void theRefusalNamesTheFirstDayItOpens() {
    var why = SlotRules.mayTake(expert(true), FAMILY_DOCTOR, TAICANG, at(9, "10:00")).orElseThrow();

    assertThat(why.args()).containsExactly(VISIT.minusDays(5));
  }

  @Test
  void whoMovesKeepsTheEntitlementOfTheBooking() {
    assertThat(refusal(expert(true), CLERK.moving(true), at(4, "12:00"))).isNull();
    assertThat(refusal(expert(true), CLERK.moving(false), at(4, "12:00"))).isEqualTo(NOT_ENTITLED);
  }

  /// 003 三(三)1: contracted teams or primary institutions; 000 §十五: patients a family doctor
  /// referred; 001 五(五): referred patients.
  @Test
  @Satisfies("APT-06")
  void eachPlanEntitlesItsOwn() {
    var village = new Booker(true, true, true, true, false, Set.of(OURS));
    var healthCentreClerk = new Booker(true, false, true, true, false, Set.of(OURS));
    var withoutReferral = new Booker(true, true, true, false, false, Set.of(OURS));
    var linyi =
        opening(false, Set.of(Entitlement.CONTRACTED_TEAM, Entitlement.PRIMARY_INSTITUTION), 14, 7);
    var ninghe = opening(false, Set.of(Entitlement.FAMILY_DOCTOR_REFERRED), 14, 7);
    var wafangdian = opening(false, Set.of(Entitlement.REFERRED_PATIENT), 14, 7);

    assertThat(refusal(expert(true), healthCentreClerk, linyi, at(10, "10:00"))).isNull();
    assertThat(refusal(expert(true), CLERK, linyi, at(10, "10:00"))).isEqualTo(NOT_ENTITLED);
    assertThat(refusal(expert(true), village, ninghe, at(10, "10:00"))).isNull();
    assertThat(refusal(expert(true), withoutReferral, ninghe, at(10, "10:00")))
        .isEqualTo(NOT_ENTITLED);
    assertThat(refusal(expert(true), healthCentreClerk, ninghe, at(10, "10:00")))
        .isEqualTo(NOT_ENTITLED);
    assertThat(refusal(expert(true), CLERK, wafangdian, at(10, "10:00"))).isNull();
    assertThat(refusal(expert(true), withoutReferral, wafangdian, at(10, "10:00")))
        .isEqualTo(NOT_ENTITLED);
  }

  /// The words of the packs are a closed list; each is understood.
  @ParameterizedTest
  @EnumSource(Entitlement.class)
  void wordsOfThePacksAreRead(Entitlement entitlement) {
    assertThat(Entitlement.of(entitlement.name().toLowerCase(java.util.Locale.ROOT)))
        .isEqualTo(entitlement);
  }

  /// Waiting never takes away from the public, and never from the entitled unless slots lapse; and
  /// who may take a public slot may take a reserved one as soon as it is released.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsOpenStaysOpenUntilItBegins(long seed) {
    var random = new SplittableRandom(seed);
    for (int run = 0; run < 2_000; run++) {
      var opening =
          opening(
              false,
              Set.of(Entitlement.values()[random.nextInt(Entitlement.values().length)]),
              random.nextInt(15),
              random.nextInt(15));
      var booker =
          new Booker(
              true,
              random.nextBoolean(),
              random.nextBoolean(),
              random.nextBoolean(),
              false,
              random.nextBoolean() ? Set.of(OURS) : Set.of());
      var slot = expert(random.nextBoolean());
      var early = slot.start().minus(Duration.ofMinutes(1 + random.nextInt(20 * 24 * 60)));
      var later =
          early.plusSeconds(random.nextLong(Duration.between(early, slot.start()).toSeconds()));
      if (refusal(slot, booker, opening, early) == null && later.isBefore(slot.start())) {
        assertThat(refusal(slot, booker, opening, later))
            .as("seed %d run %d %s %s", seed, run, booker, opening)
            .isNull();
      }
    }
  }

  private static @Nullable Problem refusal(SlotRules.SlotFacts slot, Booker booker, Instant now) {
    return refusal(slot, booker, TAICANG, now);
  }

  private static @Nullable Problem refusal(
      SlotRules.SlotFacts slot, Booker booker, Opening opening, Instant now) {
    return SlotRules.mayTake(slot, booker, opening, now)
        .map(ProblemException::problem)
        .orElse(null);
  }

  private static Opening opening(
      boolean expire, Set<Entitlement> entitled, int reservedDays, int publicDays) {
    return new Opening(
        List.of(new Opening.Share(OURS, entitled, reservedDays)),
        publicDays,
        expire,
        Duration.ofHours(24));
  }

  private static SlotRules.SlotFacts expert(boolean reserved) {
    return new SlotRules.SlotFacts(true, reserved, VISIT, at(0, "08:30"), at(0, "08:00"));
  }

  /// So many calendar days before the visit, at a time of day in China.
  private static Instant at(int daysBefore, String time) {
    return VISIT
        .minusDays(daysBefore)
        .atTime(LocalTime.parse(time))
        .atZone(Moments.CHINA)
        .toInstant();
  }
}
