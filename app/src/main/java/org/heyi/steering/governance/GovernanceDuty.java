package org.heyi.steering.governance;

import org.heyi.platform.shared.Duty;

/// What a post may do in governance; reading it needs no duty.
public enum GovernanceDuty implements Duty {
  /// Records how far a member is managed as one: the department that the plan lets lead for its
  /// area, the head of a leading hospital for its consortium (GOV-11).
  UNIFY
}
