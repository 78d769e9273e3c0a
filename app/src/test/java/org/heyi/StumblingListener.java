package org.heyi;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.heyi.platform.notice.Notices;
import org.heyi.platform.notice.TellNotice;
import org.heyi.platform.shared.AccountId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Fails on each event the first time it hears it. Found by the component scan of the application
/// under test.
@Component
class StumblingListener {

  record Happened(UUID id, AccountId reader) {}

  private final Notices notices;
  private final Set<UUID> failed = ConcurrentHashMap.newKeySet();

  StumblingListener(Notices notices) {
    this.notices = notices;
  }

  boolean failed(Happened event) {
    return failed.contains(event.id());
  }

  @ApplicationModuleListener
  void on(Happened event) {
    if (failed.add(event.id())) {
      throw new IllegalStateException("this listener fails once");
    }
    notices.tell(
        event.reader(),
        new TellNotice("redelivery-" + event.id(), "notice.menu", List.of(), "/notices"));
  }
}
