package org.heyi.platform.shared;

import java.util.List;

/// One page of a list and how long the whole list is.
public record Page<T>(List<T> rows, long total, PageQuery query) {

  public Page {
    rows = List.copyOf(rows);
  }

  public int pages() {
    return Math.toIntExact((total + query.size() - 1) / query.size());
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }
}
