package org.heyi.flow.capacity;

import static org.heyi.flow.capacity.CapacityProblem.CLINIC_STOPPED;
import static org.heyi.flow.capacity.CapacityProblem.NOT_ENTITLED;
import static org.heyi.flow.capacity.CapacityProblem.NOT_YET_OPEN;
import static org.heyi.flow.capacity.CapacityProblem.NOT_YOUR_DUTY;
import static org.heyi.flow.capacity.CapacityProblem.RESERVED_LAPSED;
import static org.heyi.flow.capacity.CapacityProblem.TOO_LATE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.heyi.platform.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/// 放号规则: who may take which slot, when (APT-03, APT-06). One pure function, asked by queries,
/// commands and pages alike. Whether the slot is still free is not asked here: the row decides.
final class SlotRules {

  /// A slot as the rule sees it.
  ///
  /// @param offered its clinic is published and the slot is not cancelled
  /// @param sessionStart when its clinic begins; the fate of unused reserved slots counts from it
  record SlotFacts(
      boolean offered, boolean reserved, LocalDate day, Instant start, Instant sessionStart) {}

  /// What one booker may take now, in the form in which SQL can ask it too.
  ///
  /// @param books the booker has the duty to book at all
  /// @param entitledUntil last visit day of reserved slots for this booker; null: not entitled
  /// @param publicUntil last visit day open to everybody
  /// @param releasedBefore reserved slots of sessions up to then are open to everybody
  /// @param lapsedBefore reserved slots of sessions up to then are gone
  record Window(
      Instant now,
      boolean books,
      @Nullable LocalDate entitledUntil,
      LocalDate publicUntil,
      Instant releasedBefore,
      Instant lapsedBefore) {

    /// The n-th calendar day before the visit is bookable from 00:00 China time: on a day `today`
    /// visits up to `today + n` are open.
    static Window of(Booker booker, Opening opening, Instant now) {
      var today = VisitDay.of(now);
      var deadline = now.plus(opening.unusedBefore());
      var days = opening.entitledDays(booker);
      return new Window(
          now,
          booker.books(),
          days.isPresent() ? today.plusDays(days.getAsInt()) : null,
          today.plusDays(opening.publicDays()),
          opening.unusedExpire() ? Instant.EPOCH : deadline,
          opening.unusedExpire() ? deadline : Instant.EPOCH);
    }

    boolean entitledOn(LocalDate day) {
      return entitledUntil != null && !day.isAfter(entitledUntil);
    }

    boolean publicOn(LocalDate day) {
      return !day.isAfter(publicUntil);
    }

    boolean released(Instant sessionStart) {
      return !sessionStart.isAfter(releasedBefore);
    }

    boolean lapsed(Instant sessionStart) {
      return !sessionStart.isAfter(lapsedBefore);
    }

    /// The last visit day of which anything can be open.
    LocalDate last() {
      return entitledUntil == null || entitledUntil.isBefore(publicUntil)
          ? publicUntil
          : entitledUntil;
    }
  }

  /// Empty when the booker may take the slot now; else why not.
  static Optional<ProblemException> mayTake(
      SlotFacts slot, Booker booker, Opening opening, Instant now) {
    return mayTake(slot, Window.of(booker, opening, now));
  }

  static Optional<ProblemException> mayTake(SlotFacts slot, Window window) {
    if (!window.books()) {
      return Optional.of(NOT_YOUR_DUTY.with());
    }
    if (!slot.offered()) {
      return Optional.of(CLINIC_STOPPED.with());
    }
    if (!slot.start().isAfter(window.now())) {
      return Optional.of(TOO_LATE.with());
    }
    return slot.reserved() ? mayTakeReserved(slot, window) : mayTakePublic(slot, window);
  }

  private static Optional<ProblemException> mayTakeReserved(SlotFacts slot, Window window) {
    if (window.lapsed(slot.sessionStart())) {
      return Optional.of(RESERVED_LAPSED.with());
    }
    if (window.entitledOn(slot.day())) {
      return Optional.empty();
    }
    if (window.released(slot.sessionStart())) {
      return mayTakePublic(slot, window);
    }
    return Optional.of(
        window.entitledUntil() == null
            ? NOT_ENTITLED.with()
            : NOT_YET_OPEN.with(opens(slot, window, window.entitledUntil())));
  }

  private static Optional<ProblemException> mayTakePublic(SlotFacts slot, Window window) {
    return window.publicOn(slot.day())
        ? Optional.empty()
        : Optional.of(NOT_YET_OPEN.with(opens(slot, window, window.publicUntil())));
  }

  /// The first day on which the slot can be taken.
  private static LocalDate opens(SlotFacts slot, Window window, LocalDate until) {
    var today = VisitDay.of(window.now());
    return today.plusDays(ChronoUnit.DAYS.between(until, slot.day()));
  }

  private SlotRules() {}
}
