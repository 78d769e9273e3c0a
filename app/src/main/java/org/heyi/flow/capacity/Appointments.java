package org.heyi.flow.capacity;

import java.util.Optional;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Booking, moving, cancelling, arriving. Every method joins the caller's transaction.
///
/// Lists join `capacity.card_appointment (id, purpose_kind, purpose_id, resident, hospital,
/// department, practitioner, slot_class, reserved, starts_at, ends_at, number, status)`.
@Service
@Transactional
public class Appointments {

  /// @throws org.heyi.platform.shared.ProblemException `capacity.slot-taken`,
  ///   `capacity.not-yet-open`, `capacity.not-entitled`, `capacity.clinic-stopped` …
  public AppointmentView book(BookSlot command, Staff by) {
    throw new UnsupportedOperationException();
  }

  /// Takes the new slot and frees the old in one commit.
  public AppointmentView move(AppointmentId id, SlotId to, Staff by) {
    throw new UnsupportedOperationException();
  }

  /// Frees the slot; cancelling twice is one cancellation.
  public void cancel(AppointmentId id, String reason, Staff by) {
    throw new UnsupportedOperationException();
  }

  public void arrive(AppointmentId id, Staff by) {
    throw new UnsupportedOperationException();
  }

  public void noShow(AppointmentId id, Staff by) {
    throw new UnsupportedOperationException();
  }

  @NoStaffNeeded(because = "the room that owns the purpose has decided that the caller may see it")
  public Optional<AppointmentView> of(Subject purpose) {
    throw new UnsupportedOperationException();
  }
}
