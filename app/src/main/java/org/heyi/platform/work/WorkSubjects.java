package org.heyi.platform.work;

import java.time.Instant;
import java.util.List;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Subject;

/// 应有待办的事项: proves for a room that none of its open subjects was forgotten.
///
/// A room whose subjects must have an open item at every moment declares one as a bean. It answers
/// with one query over its open subjects that joins `work.card_item`.
public interface WorkSubjects {

  /// Open subjects without an open item, longest forgotten first. There should be none.
  List<Forgotten> withoutItem(int most);

  /// 无人负责的事项: a subject that waits while nobody is asked to do anything.
  ///
  /// @param institution whose it is, as far as anybody's
  /// @param title short text without names of residents
  /// @param path where it can be seen
  /// @param since since when it has waited
  record Forgotten(
      Subject subject, InstitutionId institution, String title, String path, Instant since) {}
}
