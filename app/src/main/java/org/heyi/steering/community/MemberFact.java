package org.heyi.steering.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.heyi.platform.access.Reach.Place;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Period;
import org.heyi.platform.shared.Scope;
import org.heyi.steering.directory.Dated;
import org.jspecify.annotations.Nullable;

/// A membership, in a consortium or in a grid (`role` is empty there).
record MemberFact(
    String whole,
    String institution,
    String role,
    String batch,
    LocalDate since,
    @Nullable LocalDate until,
    String clause,
    boolean house,
    List<String> accession,
    String accessionby)
    implements Dated<MemberFact> {

  static MemberFact row(ResultSet row, int number) throws SQLException {
    return new MemberFact(
        row.getString("whole"),
        row.getString("institution"),
        row.getString("role"),
        row.getString("batch"),
        row.getObject("since", LocalDate.class),
        row.getObject("until", LocalDate.class),
        row.getString("clause"),
        row.getBoolean("house"),
        List.of((String[]) row.getArray("accession").getArray()),
        row.getString("accessionby"));
  }

  /// One role in a consortium, one grid at all.
  @Override
  public Object slot() {
    return role.isEmpty() ? institution : List.of(whole, institution);
  }

  @Override
  public Object content() {
    return role.isEmpty() ? whole : role;
  }

  @Override
  public Period period() {
    return new Period(since, until);
  }

  @Override
  public MemberFact during(Period period) {
    return new MemberFact(
        whole,
        institution,
        role,
        batch,
        period.from(),
        period.until(),
        clause,
        house,
        accession,
        accessionby);
  }

  /// The same as access wants it, from a row of institution, ancestor, since, until.
  static Place place(ResultSet row, Scope scope) throws SQLException {
    return new Place(
        InstitutionId.of(row.getString("institution")),
        scope,
        row.getString("ancestor"),
        new Period(
            row.getObject("since", LocalDate.class), row.getObject("until", LocalDate.class)));
  }
}
