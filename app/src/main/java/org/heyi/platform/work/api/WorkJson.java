package org.heyi.platform.work.api;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.Subject;
import org.heyi.platform.work.WorkAction;
import org.heyi.platform.work.WorkItem;
import org.jspecify.annotations.Nullable;

/// A work item as JSON, with what the caller may do with it now.
///
/// @param path the page where it is done
/// @param duty whose holders at the institution may take it
/// @param assignee the account that has it, or null
/// @param urgency 0 emergency, 1 urgent, 2 routine
/// @param actions claim, release
record WorkJson(
    String id,
    Subject subject,
    String kind,
    String title,
    String path,
    String institution,
    String duty,
    @Nullable String assignee,
    String assigneeName,
    @Nullable Instant claimedAt,
    int urgency,
    Instant remindAt,
    Instant due,
    boolean late,
    Instant openedAt,
    @Nullable Instant escalatedAt,
    int version,
    List<String> actions) {

  static WorkJson of(WorkItem it, Collection<WorkAction> actions, Instant now) {
    return new WorkJson(
        it.id().toString(),
        it.subject(),
        it.kind(),
        it.title(),
        it.path(),
        it.owner().institution().value(),
        it.owner().duty(),
        text(it.owner().assignee()),
        it.assigneeName(),
        it.claimedAt(),
        it.urgency(),
        it.remindAt(),
        it.due(),
        it.due().isBefore(now),
        it.openedAt(),
        it.escalatedAt(),
        it.version(),
        actions.stream().map(action -> action.name().toLowerCase(Locale.ROOT)).sorted().toList());
  }

  private static @Nullable String text(@Nullable AccountId account) {
    return account == null ? null : account.toString();
  }
}
