package org.heyi.platform.work;

import java.time.Instant;
import java.util.List;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Subject;

/// 应有待办的事项: proves for a room that none of its open subjects was forgotten.
///
/// A room whose subjects must have an open item at every moment declares one as a bean. It answers
/// with one query over its open subjects that joins `work.card_item`, and `access.card_within` for
/// the reach.
public interface WorkSubjects {

  /// Open subjects of institutions `within` without an open item, longest forgotten first. There
  /// should be none.
  List<Forgotten> withoutItem(Within within, int most);

  /// 督办范围: the institutions that `viewer` reaches with `scope` today, a key of
  /// `access.card_within`.
  record Within(InstitutionId viewer, Scope scope) {}

  /// 无人负责的事项: a subject that waits while nobody is asked to do anything.
  ///
  /// @param institution whose it is, as far as anybody's
  /// @param title short text without names of residents
  /// @param path where it can be seen
  /// @param since since when it has waited
  record Forgotten(
      Subject subject, InstitutionId institution, String title, String path, Instant since) {}
}
