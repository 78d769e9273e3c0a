package org.heyi.steering.directory.web;

import java.util.List;
import java.util.Map;
import org.heyi.steering.directory.InstitutionView;
import org.jspecify.annotations.Nullable;

/// What the page of a jurisdiction shows, with all words said.
///
/// @param kinds kind of institution → how many, in the order of the closed list
/// @param labels of the numbers
/// @param direct null where every institution lies in one of the rows
public record JurisdictionPage(
    String name,
    String level,
    String region,
    boolean generated,
    List<Crumb> above,
    List<String> labels,
    List<Row> rows,
    @Nullable Row direct,
    Row total,
    Map<String, Long> kinds,
    List<InstitutionView> here) {

  /// A place above.
  public record Crumb(String path, String name) {}

  /// A line of the table.
  ///
  /// @param numbers in the order of the labels
  public record Row(
      String path, String name, String level, boolean generated, List<Long> numbers) {}
}
