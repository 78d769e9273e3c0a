package org.heyi.steering.directory.web;

import java.util.List;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shell.ListLinks;
import org.heyi.steering.directory.InstitutionQuery;

/// What the list of an area's institutions shows, with all words said.
public record AreaPage(
    Pack area,
    String name,
    List<Choice> areas,
    InstitutionQuery query,
    List<Choice> kinds,
    Page<Row> rows,
    ListLinks links) {

  /// A word to choose.
  public record Choice(String id, String name, boolean chosen) {}

  /// One institution.
  ///
  /// @param managerPath empty when nobody manages it
  public record Row(
      String path,
      String name,
      String kind,
      String level,
      String manager,
      String managerPath,
      boolean generated) {}
}
