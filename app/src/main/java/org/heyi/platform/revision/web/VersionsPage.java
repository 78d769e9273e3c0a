package org.heyi.platform.revision.web;

import java.util.List;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.revision.Revision;
import org.jspecify.annotations.Nullable;

/// What the page of versions shows.
///
/// @param uploads of the reader's area; empty for those who may upload nothing
public record VersionsPage(
    Pack area,
    String name,
    List<Choice> areas,
    List<Row> versions,
    boolean mayPublish,
    List<Revision> uploads) {

  /// An area to choose.
  public record Choice(String id, String name, boolean chosen) {}

  /// One version that was loaded.
  ///
  /// @param upload by which it came into force, or null when it came with the program
  public record Row(Pack.Version version, boolean inForce, @Nullable Revision upload) {}
}
