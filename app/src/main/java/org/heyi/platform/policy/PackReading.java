package org.heyi.platform.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.heyi.platform.shared.Problem;
import org.jspecify.annotations.Nullable;

/// 读包过程: one pack while it is read: the faults found so far, the names it gives and uses.
public final class PackReading {

  /// 差错: what is wrong where. Lines and columns count from 1.
  ///
  /// @param path the place in words, e.g. `clinics[0].split`
  public record Fault(
      String file, int line, int column, String path, Problem problem, List<Object> args) {

    @Override
    public String toString() {
      return "%s:%d:%d %s %s %s".formatted(file, line, column, path, problem.code(), args);
    }
  }

  /// 合成县: what a template is read for.
  record County(String id, String name, String nameEn, String shortName) {}

  private record Given(String kind, PackNode where) {}

  private record Use(String kind, String name, PackNode where, Problem ifUnknown) {}

  /// Kinds whose names are words of their own; all others are ids and share one list.
  private static final Set<String> WORDS = Set.of("clause", "district");

  private final String file;
  private final @Nullable County county;
  private final @Nullable LocalDate begins;
  private final SequencedSet<Fault> faults = new LinkedHashSet<>();
  private final Map<String, Given> given = new HashMap<>();
  private final List<Use> used = new ArrayList<>();
  private final Map<Class<?>, Object> kept = new HashMap<>();

  /// @param begins the day an uploaded version begins; null for a file of the installation
  PackReading(String file, @Nullable County county, @Nullable LocalDate begins) {
    this.file = file;
    this.county = county;
    this.begins = begins;
  }

  @Nullable LocalDate begins() {
    return begins;
  }

  String file() {
    return file;
  }

  Optional<County> county() {
    return Optional.ofNullable(county);
  }

  void refuse(Fault fault) {
    faults.add(fault);
  }

  /// Refuses a file that cannot be read as YAML.
  void refuse(int line, int column, Problem problem, Object... args) {
    refuse(new Fault(file, line, column, "", problem, List.of(args)));
  }

  /// Says that the pack gives this name; the second time is a fault.
  public void define(String kind, String name, PackNode where) {
    var first = given.putIfAbsent(slot(kind, name), new Given(kind, where));
    if (first != null) {
      where.refuse(PackProblem.DUPLICATE_ID, name, first.where().line());
    }
  }

  /// Says that the pack uses this name; whether it is given anywhere is seen at the end.
  public void refer(String kind, String name, PackNode where) {
    refer(kind, name, where, PackProblem.UNKNOWN_REFERENCE);
  }

  public void refer(String kind, String name, PackNode where, Problem ifUnknown) {
    if (!name.isEmpty()) {
      used.add(new Use(kind, name, where, ifUnknown));
    }
  }

  /// Keeps what a section read for the sections after it.
  public <T> void keep(Class<T> type, T value) {
    kept.put(type, value);
  }

  public <T> Optional<T> kept(Class<T> type) {
    return Optional.ofNullable(type.cast(kept.get(type)));
  }

  /// From when what the pack says holds. Without a readable head any date will do: the pack is
  /// refused anyway.
  public LocalDate effective() {
    return kept(Pack.class).map(Pack::effective).orElse(LocalDate.EPOCH);
  }

  void resolveNames() {
    for (var use : used) {
      var found = given.get(slot(use.kind(), use.name()));
      if (found == null || !found.kind().equals(use.kind())) {
        use.where().refuse(use.ifUnknown(), use.name());
      }
    }
  }

  /// Everything found, in the order of the file.
  public List<Fault> faults() {
    return faults.stream()
        .sorted(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column))
        .toList();
  }

  String fill(String text) {
    return county == null
        ? text
        : text.replace("<county>", county.id())
            .replace("<county-name>", county.name())
            .replace("<county-short>", county.shortName());
  }

  private static String slot(String kind, String name) {
    return (WORDS.contains(kind) ? kind : "id") + " " + name;
  }
}
