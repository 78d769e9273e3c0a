package org.heyi.platform.audit;

import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.PostId;
import org.heyi.platform.shared.Staff;

/// 行为人: who an entry is about.
public sealed interface AuditActor {

  /// The name shown: a person's, a login as typed, or a job's.
  String name();

  /// Somebody signed in, in a post.
  record Person(
      String name,
      AccountId account,
      PostId post,
      String role,
      InstitutionId institution,
      AreaId area)
      implements AuditActor {

    static Person of(Staff staff) {
      return new Person(
          staff.name(),
          staff.account(),
          staff.post(),
          staff.role(),
          staff.institution(),
          staff.area());
    }
  }

  /// Somebody who is not signed in, known by the login typed.
  record Login(String name) implements AuditActor {}

  /// A job that runs by the clock, e.g. `capacity.release-expired`.
  record Clockwork(String name) implements AuditActor {}
}
