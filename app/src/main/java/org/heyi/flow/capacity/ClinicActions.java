package org.heyi.flow.capacity;

import static org.heyi.flow.capacity.CapacityProblem.CLINIC_STOPPED;
import static org.heyi.flow.capacity.CapacityProblem.NOT_YOUR_DUTY;
import static org.heyi.flow.capacity.CapacityProblem.STEP_NOT_POSSIBLE;
import static org.heyi.flow.capacity.CapacityProblem.TOO_LATE;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;

/// What may be done with a clinic now, and by whom: one pure function.
final class ClinicActions {

  /// A step.
  enum Action {
    PUBLISH,
    DISCARD,
    MARK,
    EXTRA,
    SUBSTITUTE,
    STOP
  }

  static Set<Action> of(Clinic clinic, Staff by, Instant now) {
    return Arrays.stream(Action.values())
        .filter(it -> refusal(it, clinic, by, now).isEmpty())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Action.class)));
  }

  static Optional<ProblemException> refusal(Action action, Clinic clinic, Staff by, Instant now) {
    if (!mayDo(action, clinic, by)) {
      return Optional.of(NOT_YOUR_DUTY.with());
    }
    return switch (clinic.status()) {
      case STOPPED -> Optional.of(CLINIC_STOPPED.with());
      case DRAFT -> draft(action, clinic, now);
      case PUBLISHED -> published(action, clinic, now);
    };
  }

  /// Whoever works at the hospital may see its clinics.
  static boolean seen(Clinic clinic, Staff by) {
    return seen(clinic.hospital(), by);
  }

  static boolean seen(InstitutionId hospital, Staff by) {
    return by.institution().equals(hospital)
        && (by.may(CapacityDuty.PLAN) || by.may(CapacityDuty.ADD) || by.may(CapacityDuty.ARRIVE));
  }

  private static boolean mayDo(Action action, Clinic clinic, Staff by) {
    return by.mayAt(CapacityDuty.PLAN, clinic.hospital())
        || (action == Action.EXTRA
            && by.mayAt(CapacityDuty.ADD, clinic.hospital())
            && by.account().equals(clinic.account()));
  }

  private static Optional<ProblemException> draft(Action action, Clinic clinic, Instant now) {
    return switch (action) {
      case PUBLISH -> begun(clinic.start(), now);
      case DISCARD, MARK -> Optional.empty();
      case EXTRA, SUBSTITUTE, STOP -> Optional.of(STEP_NOT_POSSIBLE.with());
    };
  }

  private static Optional<ProblemException> published(Action action, Clinic clinic, Instant now) {
    return switch (action) {
      case PUBLISH, DISCARD -> Optional.of(STEP_NOT_POSSIBLE.with());
      case MARK -> begun(clinic.start(), now);
      case EXTRA, SUBSTITUTE, STOP -> begun(clinic.end(), now);
    };
  }

  private static Optional<ProblemException> begun(Instant moment, Instant now) {
    return moment.isAfter(now) ? Optional.empty() : Optional.of(TOO_LATE.with());
  }

  private ClinicActions() {}
}
