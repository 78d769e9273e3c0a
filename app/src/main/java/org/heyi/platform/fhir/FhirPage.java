package org.heyi.platform.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/// 检索结果页: one page of a search and how many there are in all, within the caller's rights.
public record FhirPage<T extends Resource>(List<T> rows, long total) {

  public FhirPage {
    rows = List.copyOf(rows);
  }

  /// For lists that are never long.
  public static <T extends Resource> FhirPage<T> all(List<T> rows, FhirQuery query) {
    var page = query.page();
    return new FhirPage<>(
        rows.stream().skip(page.offset()).limit(page.size()).toList(), rows.size());
  }
}
