package org.heyi.platform.shell;

import java.util.List;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;

/// 页框: what stands around every page for one request. Templates get it as `frame`.
///
/// @param staff who acts, or null
/// @param signedIn whether somebody could sign out
/// @param path the request's path, to mark the menu entry
/// @param url path and query, to come back after changing the language
/// @param csrfName name of the hidden field of every form
public record Frame(
    @Nullable Staff staff,
    boolean signedIn,
    String path,
    String url,
    List<MenuItem> menu,
    List<String> banners,
    String csrfName,
    String csrfValue) {

  /// A menu entry with its words said and its number.
  public record MenuItem(String path, String label, long badge, boolean here) {}
}
