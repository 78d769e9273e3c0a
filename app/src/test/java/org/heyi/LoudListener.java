package org.heyi;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Fails the first time with words that repeat what the event is about. Found by the component scan
/// of the application under test.
@Component
class LoudListener {

  record Happened(UUID id, String name) {}

  private final Set<UUID> failed = ConcurrentHashMap.newKeySet();

  @ApplicationModuleListener
  void on(Happened event) {
    if (failed.add(event.id())) {
      throw new IllegalStateException("cannot deal with " + event.name());
    }
  }
}
