package org.heyi.platform.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import org.heyi.platform.shared.PageQuery;
import org.springframework.web.util.UriComponentsBuilder;

/// The links of a list: other pages, other orders, with the filters kept in the URL.
///
/// @param path the list's path
/// @param filters the filters in force, name → value
public record ListLinks(String path, Map<String, String> filters, PageQuery query) {

  public ListLinks {
    filters = new LinkedHashMap<>(filters);
    filters.values().removeIf(String::isEmpty);
  }

  public String page(int page) {
    return link(page, query.sort(), query.descending());
  }

  /// Orders by a column; once more turns the order round.
  public String sort(String column) {
    return link(1, column, query.sort().equals(column) && !query.descending());
  }

  public String ariaSort(String column) {
    if (!query.sort().equals(column)) {
      return "none";
    }
    return query.descending() ? "descending" : "ascending";
  }

  public String arrow(String column) {
    if (!query.sort().equals(column)) {
      return "";
    }
    return query.descending() ? " ↓" : " ↑";
  }

  private String link(int page, String sort, boolean descending) {
    var link = UriComponentsBuilder.fromPath(path);
    filters.forEach((name, _) -> link.queryParam(name, "{" + name + "}"));
    if (!sort.isEmpty()) {
      link.queryParam("sort", "{sort}");
    }
    if (descending) {
      link.queryParam("desc", true);
    }
    if (page > 1) {
      link.queryParam("page", page);
    }
    var values = new LinkedHashMap<String, Object>(filters);
    values.put("sort", sort);
    return link.encode().buildAndExpand(values).toUriString();
  }
}
