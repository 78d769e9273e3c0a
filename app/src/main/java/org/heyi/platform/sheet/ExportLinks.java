package org.heyi.platform.sheet;

import java.util.LinkedHashMap;
import java.util.Map;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shell.ListLinks;

/// 导出链接: where a list is taken out as its reader sees it: with the filters and the order in force.
public record ExportLinks(String xlsx, String csv) {

  public static ExportLinks of(String path, Map<String, String> filters, PageQuery query) {
    return new ExportLinks(
        link(path, filters, query, ListFormat.XLSX), link(path, filters, query, ListFormat.CSV));
  }

  private static String link(
      String path, Map<String, String> filters, PageQuery query, ListFormat format) {
    var all = new LinkedHashMap<>(filters);
    all.put("format", format.ending());
    return new ListLinks(path, all, query).page(1);
  }
}
