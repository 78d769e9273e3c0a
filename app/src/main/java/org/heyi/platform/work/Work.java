package org.heyi.platform.work;

import java.time.Instant;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The one place of work items. Other rooms address an item by its subject and kind.
///
/// Lists of other rooms join the view `work.card_item (subject_kind, subject_id, kind, urgency,
/// owner_institution, owner_duty, assignee, assignee_name, claimed_at, remind_at, due_at,
/// escalated_at, version)`, which shows open items only.
@Service
@Transactional
public class Work {

  public void open(OpenWork item, Staff by) {
    throw new UnsupportedOperationException();
  }

  /// Hands the open item of `subject` to another owner with a new kind and due time.
  public void pass(Subject subject, String fromKind, OpenWork next, Staff by) {
    throw new UnsupportedOperationException();
  }

  /// Takes the item for oneself; `work.already-claimed` when somebody else has it.
  public void claim(Subject subject, String kind, Staff by) {
    throw new UnsupportedOperationException();
  }

  public void release(Subject subject, String kind, Staff by) {
    throw new UnsupportedOperationException();
  }

  /// Moves the due time, e.g. when an appointment moved.
  public void redate(Subject subject, String kind, Instant remindAt, Instant due, Staff by) {
    throw new UnsupportedOperationException();
  }

  /// Closes the open item of that kind; without one it does nothing.
  public void close(Subject subject, String kind, Staff by) {
    throw new UnsupportedOperationException();
  }
}
