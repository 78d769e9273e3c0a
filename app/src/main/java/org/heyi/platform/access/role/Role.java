package org.heyi.platform.access.role;

import java.util.Map;
import org.heyi.platform.shared.Scope;

/// 角色: what a post is, with its duties and how far each reaches. Its name is the word
/// `role.<code>`.
///
/// @param exclusive an account that holds it holds nothing else (GB/T 22239-2019 8.1.5, 三员分立)
/// @param secondFactor an account acts in it only with a second factor
/// @param system for programs of an institution, not for people
/// @param duties duty code → scope
public record Role(
    String code,
    boolean exclusive,
    boolean secondFactor,
    boolean system,
    Map<String, Scope> duties) {

  private static final String ORDINARY = "ordinary";

  /// The lane of programs.
  public static final String SYSTEM = "system";

  public Role {
    duties = Map.copyOf(duties);
  }

  /// Accounts and roles of different lanes never meet.
  public String lane() {
    if (system) {
      return SYSTEM;
    }
    return exclusive ? code : ORDINARY;
  }
}
