package org.heyi.platform.work;

import static org.heyi.platform.shared.Moments.instant;
import static org.heyi.platform.shared.Moments.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Subject;
import org.jspecify.annotations.Nullable;

/// Rows of `work.item` as [WorkItem], and the orders a list may have.
final class WorkRows {

  static final String COLUMNS =
      """
      i.id, i.subject_kind, i.subject_id, i.kind, i.title, i.path, i.owner_institution,
      i.owner_duty, i.assignee, i.assignee_name, i.claimed_at, i.urgency, i.remind_at, i.due_at,
      i.opened_at, i.escalated_at, i.version,
      (select d.deputy from access.card_deputy d
        where d.absent = i.assignee and d.institution = i.owner_institution
          and d.from_date <= :today and d.until_date > :today) as deputy
      """;

  /// Whether the item is with somebody for whom `:account` stands in today.
  static final String DEPUTISED =
      """
      i.assignee in (select d.absent from access.card_deputy d
                      where d.deputy = :account and d.institution = i.owner_institution
                        and d.from_date <= :today and d.until_date > :today)
      """;

  private static final Map<String, String> SORTS =
      Map.of(
          "urgency", "i.urgency",
          "due", "i.due_at",
          "opened", "i.opened_at",
          "kind", "i.kind",
          "title", "i.title",
          "owner", "i.owner_institution");

  static WorkItem item(ResultSet row) throws SQLException {
    return new WorkItem(
        new WorkItemId(row.getObject("id", UUID.class)),
        new Subject(row.getString("subject_kind"), row.getString("subject_id")),
        row.getString("kind"),
        row.getString("title"),
        row.getString("path"),
        new WorkOwner(
            new InstitutionId(row.getString("owner_institution")),
            row.getString("owner_duty"),
            account(row, "assignee")),
        Objects.requireNonNullElse(row.getString("assignee_name"), ""),
        instantOrNull(row, "claimed_at"),
        row.getInt("urgency"),
        instant(row, "remind_at"),
        instant(row, "due_at"),
        instant(row, "opened_at"),
        instantOrNull(row, "escalated_at"),
        account(row, "deputy"),
        row.getInt("version"));
  }

  /// The `:today` of these statements.
  static LocalDate day(Instant now) {
    return LocalDate.ofInstant(now, Moments.CHINA);
  }

  private static @Nullable AccountId account(ResultSet row, String column) throws SQLException {
    var account = row.getObject(column, UUID.class);
    return account == null ? null : new AccountId(account);
  }

  /// The usual order is urgency, then due time.
  static String order(PageQuery page) {
    return page.orderBy(SORTS, "i.urgency, i.due_at, i.id");
  }

  private WorkRows() {}
}
