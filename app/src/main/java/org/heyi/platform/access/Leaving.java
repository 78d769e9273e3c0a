package org.heyi.platform.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.heyi.platform.access.leaving.Belongings;
import org.heyi.platform.access.leaving.DutyAt;
import org.heyi.platform.shared.AccountId;
import org.jspecify.annotations.Nullable;

/// 离岗清单: what somebody would leave behind, and who could take it on.
///
/// @param post the one that ends, or null when everything goes
/// @param until the first day on which the post is over; null for the whole account
public record Leaving(
    AccountView account, @Nullable PostView post, @Nullable LocalDate until, List<Matter> matters) {

  public Leaving {
    matters = List.copyOf(matters);
  }

  /// 未了事项: all that is open of one duty at one institution.
  ///
  /// @param place the institution's name
  /// @param successors colleagues there with the duty, account → name; without any it stays with
  ///   nobody until somebody is given the post
  public record Matter(
      DutyAt needed, String place, List<Belongings.Open> open, Map<AccountId, String> successors) {}
}
