package org.heyi.platform.access.signin;

import jakarta.servlet.http.HttpServletRequest;

/// 先办事项: what comes before anything else, in this order, each on a page of its own. Meanwhile one
/// may also sign out, and see what everybody may see.
public enum Detour {
  /// Of the second factor.
  CODE(Routes.CODE),
  /// A new one of one's own, when an administrator gave it or it is too old.
  PASSWORD(Routes.PASSWORD),
  /// One of several to act in.
  POST(Routes.POSTS),
  /// A second factor of one's own, where the role asks for it.
  FACTOR(Routes.FACTOR);

  private final String path;

  Detour(String path) {
    this.path = path;
  }

  String path() {
    return path;
  }

  boolean leavesOpen(HttpServletRequest request) {
    return Routes.PUBLIC.matches(request)
        || Routes.any(null, path + "/**", Routes.SIGN_OUT).matches(request);
  }
}
