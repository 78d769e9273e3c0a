package org.heyi.platform.shell;

import java.util.List;
import java.util.function.Function;
import org.heyi.platform.shared.Page;

/// 一页列表: one page of a list as JSON, and how long the whole list is.
public record Listed<T>(List<T> items, long total, int page, int size, int pages) {

  public Listed {
    items = List.copyOf(items);
  }

  /// @param as how one row is said
  public static <R, T> Listed<T> of(Page<R> page, Function<R, T> as) {
    return new Listed<>(
        page.rows().stream().map(as).toList(),
        page.total(),
        page.query().page(),
        page.query().size(),
        page.pages());
  }
}
