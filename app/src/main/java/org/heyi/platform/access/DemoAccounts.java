package org.heyi.platform.access;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// 演示账号: accounts shown with their password on the sign-in page. Only the demonstration has any;
/// they sign in like everybody.
public interface DemoAccounts {

  List<DemoAccount> all();

  /// @param what said in plain words, e.g. the institution
  /// @param secret of its second factor, in Base32, or null when it has none
  record DemoAccount(
      String login,
      String password,
      String name,
      String role,
      String what,
      @Nullable String secret) {}
}
