package org.heyi.steering.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Period;
import org.jspecify.annotations.Nullable;

/// 机构详情: everything that is known of an institution, each fact with its clause (GOV-02).
///
/// @param clause where the institution itself stands in the plan; empty when it is the house's
/// @param composed its name is put together from the plan's wording
public record InstitutionFacts(
    InstitutionView view,
    Period life,
    String clause,
    String ownership,
    String creditCode,
    String legalPerson,
    String legalRepresentative,
    String district,
    String town,
    String plaque,
    String note,
    boolean composed,
    boolean synthetic,
    boolean aboveArea,
    @Nullable InstitutionId mergedInto,
    @Nullable LocalDate mergedOn,
    List<Fact> names,
    List<Fact> managers) {

  /// A name or a manager, and for how long.
  ///
  /// @param use official, trade, alias or manager
  public record Fact(
      String use, String text, Period period, String clause, @Nullable InstitutionId institution) {}

  /// Names and managers together.
  public List<Fact> dated() {
    return Stream.concat(names.stream(), managers.stream()).toList();
  }

  public boolean isHouse() {
    return clause.isEmpty();
  }
}
