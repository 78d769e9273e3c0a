package org.heyi.platform.access.leaving;

import java.util.List;

/// 名下事项: what a room keeps in the name of one person. A room with any declares this as a bean.
///
/// The bean's `@Order` is the order in which rows are locked, the same as in the room's own
/// commands: subjects before the work items that belong to them.
public interface Belongings {

  /// What would be left behind, by the duty that it needs. Counts, no names of residents.
  List<Open> open(Leaver leaver);

  /// Gives all of it to the successors, or back to everybody there with the duty. Afterwards
  /// [#open] is empty.
  ///
  /// The leaver's account is held: nobody can give them anything more, and the room need not look
  /// again.
  void handOver(HandOver handOver);

  /// 未了事项: so much of one kind.
  ///
  /// @param what a word key, e.g. `referral.review`
  record Open(DutyAt needed, String what, long count) {}
}
