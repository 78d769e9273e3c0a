package org.heyi.flow.referral.content;

import java.util.Set;

/// 审核意见原因: one coded reason against a referral.
///
/// @param actions codes of the actions it is a reason for
/// @param explained it says nothing without words beside it
public record ReviewReason(
    String code,
    ReviewAspect aspect,
    Set<String> actions,
    boolean explained,
    String name,
    String englishName) {

  /// @param language `zh-CN` or `en`
  public String nameIn(String language) {
    return language.startsWith("en") ? englishName : name;
  }

  public boolean fits(String action) {
    return actions.contains(action);
  }
}
