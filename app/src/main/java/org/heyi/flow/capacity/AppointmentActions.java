package org.heyi.flow.capacity;

import static org.heyi.flow.capacity.Appointment.Status.BOOKED;
import static org.heyi.flow.capacity.Appointment.Status.DISPLACED;
import static org.heyi.flow.capacity.Appointment.Status.NO_SHOW;
import static org.heyi.flow.capacity.CapacityProblem.NOT_TODAY;
import static org.heyi.flow.capacity.CapacityProblem.NOT_YOUR_DUTY;
import static org.heyi.flow.capacity.CapacityProblem.STEP_NOT_POSSIBLE;
import static org.heyi.flow.capacity.CapacityProblem.TOO_EARLY_FOR_NO_SHOW;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;

/// What may be done with an appointment now, and by whom: one pure function, asked by every command
/// and page.
final class AppointmentActions {

  /// A step.
  enum Action {
    ARRIVE,
    NO_SHOW,
    MOVE,
    CANCEL,
    TELL
  }

  /// Everything the decision needs.
  ///
  /// @param noShowAfter how long after the start a resident who has not come counts as a no-show
  record Facts(
      Appointment.Status status,
      InstitutionId hospital,
      InstitutionId bookedBy,
      boolean toTell,
      Instant start,
      Duration noShowAfter) {}

  static Set<Action> of(Facts facts, Staff by, Instant now) {
    return Arrays.stream(Action.values())
        .filter(it -> refusal(it, facts, by, now).isEmpty())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Action.class)));
  }

  /// As views and templates say them.
  static Set<String> words(Set<Action> actions) {
    return actions.stream()
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  static Optional<ProblemException> refusal(Action action, Facts facts, Staff by, Instant now) {
    return switch (action) {
      case ARRIVE -> arrive(facts, by, now);
      case NO_SHOW -> noShow(facts, by, now);
      case MOVE ->
          first(
              mover(facts, by) ? null : NOT_YOUR_DUTY.with(),
              is(facts, BOOKED, DISPLACED) ? null : STEP_NOT_POSSIBLE.with());
      case CANCEL ->
          first(
              party(facts, by) ? null : NOT_YOUR_DUTY.with(),
              is(facts, BOOKED, DISPLACED) ? null : STEP_NOT_POSSIBLE.with());
      case TELL ->
          first(
              party(facts, by) ? null : NOT_YOUR_DUTY.with(),
              facts.toTell() ? null : STEP_NOT_POSSIBLE.with());
    };
  }

  /// Whoever may know of the appointment: the hospital and the institution that booked.
  static boolean seen(Facts facts, Staff by) {
    return by.institution().equals(facts.hospital()) || by.institution().equals(facts.bookedBy());
  }

  /// A no-show who comes after all arrives.
  private static Optional<ProblemException> arrive(Facts facts, Staff by, Instant now) {
    return first(
        by.mayAt(CapacityDuty.ARRIVE, facts.hospital()) ? null : NOT_YOUR_DUTY.with(),
        is(facts, BOOKED, NO_SHOW) ? null : STEP_NOT_POSSIBLE.with(),
        VisitDay.of(now).equals(VisitDay.of(facts.start()))
            ? null
            : NOT_TODAY.with(VisitDay.of(facts.start())));
  }

  private static Optional<ProblemException> noShow(Facts facts, Staff by, Instant now) {
    var from = facts.start().plus(facts.noShowAfter());
    return first(
        by.mayAt(CapacityDuty.ARRIVE, facts.hospital()) ? null : NOT_YOUR_DUTY.with(),
        is(facts, BOOKED) ? null : STEP_NOT_POSSIBLE.with(),
        now.isBefore(from) ? TOO_EARLY_FOR_NO_SHOW.with(from) : null);
  }

  /// Both sides may change a booking: the one that made it, and the hospital that has it.
  private static boolean party(Facts facts, Staff by) {
    return by.mayAt(CapacityDuty.BOOK, facts.bookedBy())
        || by.mayAt(CapacityDuty.BOOK, facts.hospital())
        || by.mayAt(CapacityDuty.PLAN, facts.hospital())
        || by.mayAt(CapacityDuty.ADD, facts.hospital())
        || by.mayAt(CapacityDuty.ARRIVE, facts.hospital());
  }

  /// Moving takes another slot, so it needs somebody who may see and take slots.
  private static boolean mover(Facts facts, Staff by) {
    return by.mayAt(CapacityDuty.BOOK, facts.bookedBy())
        || by.mayAt(CapacityDuty.BOOK, facts.hospital())
        || by.mayAt(CapacityDuty.PLAN, facts.hospital());
  }

  private static boolean is(Facts facts, Appointment.Status... any) {
    return Arrays.asList(any).contains(facts.status());
  }

  private static Optional<ProblemException> first(
      @org.jspecify.annotations.Nullable ProblemException... refusals) {
    return Arrays.stream(refusals).filter(java.util.Objects::nonNull).findFirst();
  }

  private AppointmentActions() {}
}
