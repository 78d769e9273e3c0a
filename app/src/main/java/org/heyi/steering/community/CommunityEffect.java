package org.heyi.steering.community;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.heyi.platform.revision.PackChanges;
import org.heyi.platform.revision.PackEffect;
import org.springframework.stereotype.Component;

/// Consortia, their members and grids that a new version brings and ends.
@Component
class CommunityEffect implements PackEffect {

  private static final String CONSORTIA = "consortia";
  private static final String MEMBERS = "members";
  private static final String INSTITUTION = "institution";

  @Override
  public List<Line> of(PackChanges changes) {
    var joining = new TreeSet<>(changes.joining(CONSORTIA, MEMBERS, INSTITUTION));
    var leaving = new TreeSet<>(changes.leaving(CONSORTIA, MEMBERS, INSTITUTION));
    var moving = new TreeSet<>(joining);
    moving.retainAll(leaving);
    joining.removeAll(moving);
    leaving.removeAll(moving);
    return Stream.of(
            new Line("community.effect-consortia-added", changes.added(CONSORTIA).size()),
            new Line("community.effect-consortia-ended", changes.ended(CONSORTIA).size()),
            new Line("community.effect-joining", joining.size()),
            new Line("community.effect-leaving", leaving.size()),
            new Line("community.effect-moving", moving.size()),
            new Line("community.effect-grids-added", changes.added("grids").size()),
            new Line("community.effect-grids-ended", changes.ended("grids").size()))
        .filter(it -> it.count() > 0)
        .toList();
  }
}
