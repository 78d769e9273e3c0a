package org.heyi.platform.operation.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.heyi.platform.operation.JobView;
import org.heyi.platform.operation.NodeView;
import org.heyi.platform.operation.Overview;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;

/// How the system runs, as JSON. Times are seconds.
///
/// @param unreadable groups of figures that could not be read
record OperationJson(
    Instant at,
    List<Group> groups,
    List<String> unreadable,
    List<Node> nodes,
    List<Job> jobs,
    Overview.Versions versions) {

  record Group(String name, List<Line> figures) {}

  /// @param by what tells the parts apart, or empty: then the one number stands under ""
  /// @param limit above it the figure asks for attention, or null
  record Line(
      String name,
      String label,
      String metric,
      String unit,
      String by,
      Map<String, Double> parts,
      @Nullable Double limit,
      boolean high) {}

  record Node(String host, long pid, String version, long up, long silent, boolean alive) {}

  /// @param next until its next run; negative when it should have begun
  /// @param success since its last good run, or null
  record Job(
      String name,
      long next,
      boolean running,
      @Nullable Long success,
      @Nullable Long failure,
      int failures) {}

  static OperationJson of(Overview it, Words words) {
    return new OperationJson(
        it.at(),
        it.groups().stream()
            .filter(Overview.Group::readable)
            .map(group ->
                new Group(
                    group.name(), group.lines().stream().map(line -> line(line, words)).toList()))
            .toList(),
        it.groups().stream().filter(group -> !group.readable()).map(Overview.Group::name).toList(),
        it.nodes().stream().map(OperationJson::node).toList(),
        it.jobs().stream().map(OperationJson::job).toList(),
        it.versions());
  }

  private static Line line(Overview.Line it, Words words) {
    var figure = it.figure();
    return new Line(
        figure.name(),
        words.of(figure.word()),
        figure.metric(),
        figure.unit().name().toLowerCase(Locale.ROOT),
        figure.by(),
        figure.parts(),
        it.limit(),
        it.high());
  }

  private static Node node(NodeView it) {
    return new Node(
        it.host(),
        it.pid(),
        it.version(),
        it.up().toSeconds(),
        it.silent().toSeconds(),
        it.alive());
  }

  private static Job job(JobView it) {
    return new Job(
        it.name(),
        it.next().toSeconds(),
        it.running(),
        seconds(it.success()),
        seconds(it.failure()),
        it.failures());
  }

  private static @Nullable Long seconds(@Nullable Duration time) {
    return time == null ? null : time.toSeconds();
  }
}
