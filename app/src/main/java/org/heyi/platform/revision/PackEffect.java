package org.heyi.platform.revision;

import java.util.List;

/// 影响: how a room above tells whom and what a new version touches. It declares a bean; the page
/// asks it with what changes in an area and shows its lines, until the version is in force.
public interface PackEffect {

  /// @return none where nothing of the room's is touched
  List<Line> of(PackChanges changes);

  /// How many there are of something.
  ///
  /// @param label word key that names them, with place {0} for the count
  record Line(String label, long count) {}
}
