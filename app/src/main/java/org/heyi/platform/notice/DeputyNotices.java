package org.heyi.platform.notice;

import java.util.List;
import org.heyi.platform.access.deputy.DeputyEvent;
import org.heyi.platform.shared.AccountId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Tells both sides of a deputyship that it was named or ended, but for who did it.
@Component
class DeputyNotices {

  private static final String WHERE = "/account/deputies";

  private final Notices notices;

  DeputyNotices(Notices notices) {
    this.notices = notices;
  }

  @ApplicationModuleListener
  void on(DeputyEvent event) {
    var what =
        switch (event) {
          case DeputyEvent.Named _ -> "deputy-named";
          case DeputyEvent.Ended _ -> "deputy-ended";
        };
    tell(event, event.pair().absent(), what);
    tell(event, event.pair().deputy(), what);
  }

  private void tell(DeputyEvent event, AccountId reader, String what) {
    if (reader.equals(event.by())) {
      return;
    }
    var pair = event.pair();
    notices.tell(
        reader,
        new TellNotice(
            what + "-" + event.deputyship(),
            "notice." + what,
            List.of(
                pair.absentName(),
                pair.deputyName(),
                pair.from().toString(),
                pair.last().toString()),
            WHERE));
  }
}
