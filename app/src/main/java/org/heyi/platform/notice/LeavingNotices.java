package org.heyi.platform.notice;

import java.util.List;
import org.heyi.platform.access.leaving.LeavingEvent;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Tells who takes on what somebody left behind: once for all of it.
@Component
class LeavingNotices {

  private final Notices notices;

  LeavingNotices(Notices notices) {
    this.notices = notices;
  }

  @ApplicationModuleListener
  void on(LeavingEvent event) {
    var needed = event.needed();
    var to = event.to();
    var notice =
        new TellNotice(
            "left-%s-%s-%s".formatted(event.from(), needed.key(), event.at()),
            to == null ? "notice.given-back" : "notice.handed-over",
            List.of(event.name(), String.valueOf(event.count())),
            to == null ? "/work" : "/work?whose=MINE");
    if (to == null) {
      notices.tell(needed.institution(), needed.duty(), notice);
    } else {
      notices.tell(to, notice);
    }
  }
}
