package org.heyi.platform.notice;

import java.util.List;
import org.heyi.platform.access.leaving.DutyAt;
import org.heyi.platform.work.WorkEvent;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Turns what happens to work items into notices. An event that is delivered again finds its notice
/// there.
///
/// New work as such is no notice: it stands in the inbox, and its number beside the menu. Only what
/// is given to one person, and emergencies, are told.
@Component
class WorkNotices {

  private static final int EMERGENCY = 0;
  private static final String TOLD = "#event.urgency() == 0 or #event.owner().assignee() != null";

  private final Notices notices;

  WorkNotices(Notices notices) {
    this.notices = notices;
  }

  @ApplicationModuleListener(condition = TOLD)
  void on(WorkEvent.Opened event) {
    given(event);
  }

  @ApplicationModuleListener(condition = TOLD)
  void on(WorkEvent.Passed event) {
    given(event);
  }

  @ApplicationModuleListener
  void on(WorkEvent.Reminded event) {
    tellOwner(event, notice("work-reminded", event, event.due()));
  }

  @ApplicationModuleListener
  void on(WorkEvent.Escalated event) {
    notices.tellHead(event.owner().institution(), notice("work-escalated", event, event.due()));
  }

  private void given(WorkEvent event) {
    var key = event.urgency() == EMERGENCY ? "work-emergency" : "work-given";
    tellOwner(event, notice(key, event, event.at()));
  }

  private void tellOwner(WorkEvent event, TellNotice notice) {
    var owner = event.owner();
    if (owner.assignee() == null) {
      notices.tell(owner.institution(), owner.duty(), notice);
    } else {
      notices.tell(new DutyAt(owner.institution(), owner.duty()), owner.assignee(), notice);
    }
  }

  /// @param when makes a second occasion for the same item another notice
  private static TellNotice notice(String what, WorkEvent event, java.time.Instant when) {
    return new TellNotice(
        "%s-%s-%s".formatted(what, event.item(), when),
        "notice." + what,
        List.of(TellNotice.word(event.kind()), event.title(), TellNotice.time(event.due())),
        event.path());
  }
}
