package org.heyi.platform.work;

import static org.heyi.platform.shared.Moments.instant;
import static org.heyi.platform.shared.Moments.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Subject;
import org.jspecify.annotations.Nullable;

/// Rows of `work.item` as [WorkItem], and the orders a list may have.
final class WorkRows {

  static final String COLUMNS =
      """
      i.id, i.subject_kind, i.subject_id, i.kind, i.title, i.path, i.owner_institution,
      i.owner_duty, i.assignee, i.assignee_name, i.claimed_at, i.urgency, i.remind_at, i.due_at,
      i.opened_at, i.escalated_at, i.version
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
            account(row)),
        Objects.requireNonNullElse(row.getString("assignee_name"), ""),
        instantOrNull(row, "claimed_at"),
        row.getInt("urgency"),
        instant(row, "remind_at"),
        instant(row, "due_at"),
        instant(row, "opened_at"),
        instantOrNull(row, "escalated_at"),
        row.getInt("version"));
  }

  private static @Nullable AccountId account(ResultSet row) throws SQLException {
    var account = row.getObject("assignee", UUID.class);
    return account == null ? null : new AccountId(account);
  }

  /// The usual order is urgency, then due time.
  static String order(PageQuery page) {
    return page.orderBy(SORTS, "i.urgency, i.due_at, i.id");
  }

  private WorkRows() {}
}
