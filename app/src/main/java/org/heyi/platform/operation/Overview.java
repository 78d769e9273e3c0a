package org.heyi.platform.operation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// 运行状况: everything about how the system runs, at one moment.
///
/// @param refresh after which time to look again
/// @param refreshes how often a page may do so by itself
public record Overview(
    Instant at,
    List<Group> groups,
    List<NodeView> nodes,
    List<JobView> jobs,
    Versions versions,
    Path data,
    Duration refresh,
    int refreshes) {

  public Overview {
    groups = List.copyOf(groups);
    nodes = List.copyOf(nodes);
    jobs = List.copyOf(jobs);
  }

  /// What asks for attention.
  public List<Line> high() {
    return groups.stream().flatMap(it -> it.lines().stream()).filter(Line::high).toList();
  }

  /// The figures of one source.
  ///
  /// @param readable false when the source could not be asked; it has no lines then
  public record Group(String name, boolean readable, List<Line> lines) {

    public Group {
      lines = List.copyOf(lines);
    }
  }

  /// One figure.
  ///
  /// @param limit above it the figure asks for attention, or null
  public record Line(Figure figure, @Nullable Double limit) {

    public boolean high() {
      return limit != null && figure.worst() > limit;
    }
  }

  /// 版本: what is running.
  ///
  /// @param built when the jar was built, or null when that is not known
  public record Versions(
      String heyi, @Nullable Instant built, String java, String database, String system) {}
}
