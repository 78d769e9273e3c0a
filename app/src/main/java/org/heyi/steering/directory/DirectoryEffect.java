package org.heyi.steering.directory;

import java.util.List;
import java.util.stream.Stream;
import org.heyi.platform.revision.PackChanges;
import org.heyi.platform.revision.PackEffect;
import org.springframework.stereotype.Component;

/// Institutions that a new version brings and ends, and who works in those that end.
@Component
class DirectoryEffect implements PackEffect {

  private final EffectStore store;

  DirectoryEffect(EffectStore store) {
    this.store = store;
  }

  @Override
  public List<Line> of(PackChanges changes) {
    var ended = store.known(changes.ended("institutions"));
    return Stream.of(
            new Line("directory.effect-added", changes.added("institutions").size()),
            new Line("directory.effect-ended", ended.size()),
            new Line("directory.effect-clinics", store.managed(ended, changes.from())),
            new Line("directory.effect-posts", store.posts(ended)),
            new Line("directory.effect-practitioners", store.practitioners(ended)))
        .filter(it -> it.count() > 0)
        .toList();
  }
}
