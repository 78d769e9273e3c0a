package org.heyi.flow.capacity;

import static org.heyi.flow.capacity.CapacityProblem.BOOKED_FOR_ANOTHER;
import static org.heyi.flow.capacity.CapacityProblem.CHANGED_MEANWHILE;
import static org.heyi.flow.capacity.CapacityProblem.DEALT_WITH_ELSEWHERE;
import static org.heyi.flow.capacity.CapacityProblem.NOT_FOUND;
import static org.heyi.flow.capacity.CapacityProblem.NOT_YOUR_DUTY;

import java.util.Optional;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 对接预约: booking by other systems, under the rules of [Appointments]. What belongs to another
/// room's thing is done by its owner, as the pages lead there.
///
/// An institution knows the bookings it made and those at it. Every reading is audited with the
/// residents shown.
@Service
@Transactional
public class Bookings {

  private final BookingStore store;
  private final Appointments appointments;
  private final Slots slots;
  private final Purposes purposes;
  private final Audit audit;

  Bookings(
      BookingStore store, Appointments appointments, Slots slots, Purposes purposes, Audit audit) {
    this.store = store;
    this.appointments = appointments;
    this.slots = slots;
    this.purposes = purposes;
    this.audit = audit;
  }

  /// A booking, and whether this call made it.
  public record Booked(AppointmentView appointment, boolean made) {

    private static Booked of(AppointmentView now, Optional<AppointmentView> before) {
      return new Booked(now, before.filter(it -> it.id().equals(now.id())).isEmpty());
    }
  }

  /// As [Slots#hold]; another room's thing must be there, because it may carry rights.
  public HeldSlot hold(SlotId slot, Subject purpose, Staff by) {
    purposes.owner(purpose).ifPresent(it -> it.require(purpose.id(), by));
    return slots.hold(slot, purpose, by);
  }

  /// As [Appointments#book]; for another room's thing, its owner books.
  public Booked book(BookSlot command, Staff by) {
    var before = appointments.of(command.purpose());
    var owner = purposes.owner(command.purpose());
    if (owner.isEmpty()) {
      return Booked.of(appointments.book(command, by), before);
    }
    needs(by);
    var there = before.filter(it -> it.slot().equals(command.slot()) && isLive(it));
    if (there.isEmpty()) {
      owner.get().book(command.purpose().id(), command.slot(), by);
    }
    var booked = appointments.of(command.purpose()).orElseThrow(() -> NOT_FOUND.with());
    if (store.find(booked.id(), by.institution()).isEmpty()) {
      throw NOT_FOUND.with();
    }
    if (!booked.resident().equals(command.resident())) {
      throw BOOKED_FOR_ANOTHER.with();
    }
    return Booked.of(booked, before);
  }

  private static boolean isLive(AppointmentView it) {
    return it.status().equals(Appointment.Status.BOOKED.word())
        || it.status().equals(Appointment.Status.ARRIVED.word());
  }

  /// One step, decided on the version the caller has seen.
  public void change(AppointmentChange change, Staff by) {
    var found =
        store.find(change.appointment(), by.institution()).orElseThrow(() -> NOT_FOUND.with());
    var owner = purposes.owner(found.purpose());
    if (owner.isEmpty()) {
      appointments.change(change, by);
      return;
    }
    if (found.version() != change.version()) {
      throw CHANGED_MEANWHILE.with();
    }
    if (!isDone(change, found.appointment())) {
      step(change, owner.get(), found.purpose().id(), by);
    }
  }

  /// Done twice, a step is one step.
  private static boolean isDone(AppointmentChange change, AppointmentView now) {
    return switch (change) {
      case AppointmentChange.Arrive _ -> now.status().equals(Appointment.Status.ARRIVED.word());
      case AppointmentChange.NoShow _ -> now.status().equals(Appointment.Status.NO_SHOW.word());
      case AppointmentChange.Move it -> now.slot().equals(it.to()) && isLive(now);
      case AppointmentChange.Cancel _ -> now.status().equals(Appointment.Status.CANCELLED.word());
    };
  }

  private static void step(
      AppointmentChange change, PurposeOwner owner, String purposeId, Staff by) {
    switch (change) {
      case AppointmentChange.Arrive _ -> owner.arrive(purposeId, by);
      case AppointmentChange.NoShow _ -> owner.noShow(purposeId, by);
      case AppointmentChange.Move it -> owner.book(purposeId, it.to(), by);
      case AppointmentChange.Cancel _ -> throw DEALT_WITH_ELSEWHERE.with();
    }
  }

  public AppointmentRecord find(AppointmentId id, Staff by) {
    needs(by);
    var found = store.find(id, by.institution()).orElseThrow(() -> NOT_FOUND.with());
    audit.record(
        by,
        AuditEntry.of("capacity.appointment-viewed", Subject.of("appointment", id))
            .about(found.appointment().resident()));
    return found;
  }

  public Page<AppointmentRecord> search(AppointmentQuery query, PageQuery page, Staff by) {
    needs(by);
    var found = store.search(query, page, by.institution());
    audit.record(
        by,
        AuditEntry.of("capacity.appointments-searched", Subject.of("institution", by.institution()))
            .about(found.rows().stream().map(it -> it.appointment().resident()).toList()));
    return found;
  }

  private static void needs(Staff by) {
    if (!by.may(CapacityDuty.BOOK) && !by.may(CapacityDuty.PLAN) && !by.may(CapacityDuty.ARRIVE)) {
      throw NOT_YOUR_DUTY.with();
    }
  }
}
