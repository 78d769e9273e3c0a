package org.heyi.platform.shared;

import java.util.Map;

/// Which part of a list, in which order. The store maps [#sort()] to a column it knows; an unknown
/// word means the list's own order.
///
/// @param page from 1
/// @param sort a column's public name, or empty
public record PageQuery(int page, int size, String sort, boolean descending) {

  public static final int DEFAULT_SIZE = 20;

  /// Whatever is configured: a page is read into memory.
  private static final int LARGEST = 1000;

  private static final int LAST = 100_000;

  public PageQuery {
    page = Math.clamp(page, 1, LAST);
    size = Math.clamp(size, 1, LARGEST);
  }

  public static PageQuery first() {
    return new PageQuery(1, DEFAULT_SIZE, "", false);
  }

  /// The end of a statement that lists.
  ///
  /// @param columns public name of a column → what it is in SQL
  /// @param usual the list's own order, which also decides between equals
  public String orderBy(Map<String, String> columns, String usual) {
    var column = columns.get(sort);
    return column == null
        ? " order by " + usual
        : " order by " + column + (descending ? " desc" : "") + " nulls last, " + usual;
  }

  public int offset() {
    return (page - 1) * size;
  }
}
