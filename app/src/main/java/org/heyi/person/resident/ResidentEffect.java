package org.heyi.person.resident;

import java.util.List;
import java.util.stream.Stream;
import org.heyi.platform.revision.PackChanges;
import org.heyi.platform.revision.PackEffect;
import org.springframework.stereotype.Component;

/// Residents who would belong to institutions or grids that a new version ends.
@Component
class ResidentEffect implements PackEffect {

  private final TieStore ties;

  ResidentEffect(TieStore ties) {
    this.ties = ties;
  }

  @Override
  public List<Line> of(PackChanges changes) {
    return Stream.of(
            new Line("resident.effect-tied", ties.tiedTo(changes.ended("institutions"))),
            new Line("resident.effect-grid", ties.inGrids(changes.ended("grids"))))
        .filter(it -> it.count() > 0)
        .toList();
  }
}
