package org.heyi.platform.policy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import org.heyi.platform.policy.PackReading.County;
import org.heyi.platform.policy.PackReading.Fault;
import org.jspecify.annotations.Nullable;

/// Reads a file into the packs it holds: one, or one for each county of a template. Pure: nothing
/// is written, and everything wrong is found at once.
final class PackReader {

  /// One pack, read and ready.
  ///
  /// @param checksum of its content
  /// @param version where its version stands
  record Ready(Pack pack, List<PackSection.Part> parts, String checksum, PackNode version) {

    boolean isUnchanged(PackStore.@Nullable Loaded before) {
      return before != null && before.checksum().equals(checksum) && before.format() == FORMAT;
    }

    /// A higher version is in force, e.g. one that was uploaded: the file is of the past.
    boolean isPast(PackStore.@Nullable Loaded before) {
      return before != null && before.version() > pack.version();
    }

    /// The file says something else than what is loaded under the same version.
    boolean isNotRaised(PackStore.@Nullable Loaded before) {
      return before != null
          && !before.checksum().equals(checksum)
          && before.version() == pack.version();
    }

    PackReading.Fault notRaised(PackStore.Loaded before) {
      return version.fault(PackProblem.VERSION_NOT_RAISED, pack.version(), before.version());
    }
  }

  /// Either faults or packs.
  record Result(List<Ready> packs, List<Fault> faults) {}

  /// Raised when this code reads something else out of the same file: then all packs are applied
  /// once more.
  static final int FORMAT = 3;

  private static final Pattern REST = Pattern.compile("[a-z0-9-]*");
  private static final String COUNTIES = "synthetic_counties";

  private final List<PackSection> sections;

  /// @param sections in the order of reading
  PackReader(List<PackSection> sections) {
    this.sections = List.copyOf(sections);
  }

  Result read(PackFile file) {
    var first = new PackReading(file.name(), null, file.begins());
    var root = file.root(first);
    if (root.isEmpty()) {
      return new Result(List.of(), first.faults());
    }
    var head = new Head(file, first);
    var counties = head.counties();
    if (!first.faults().isEmpty()) {
      return new Result(List.of(), first.faults());
    }
    var packs = new ArrayList<Ready>();
    SequencedSet<Fault> faults = new LinkedHashSet<>();
    if (counties.isEmpty()) {
      readOne(file, null, packs, faults);
    }
    counties.forEach(county -> readOne(file, county, packs, faults));
    return faults.isEmpty()
        ? new Result(packs, List.of())
        : new Result(List.of(), List.copyOf(faults));
  }

  private void readOne(
      PackFile file, @Nullable County county, List<Ready> packs, SequencedSet<Fault> faults) {
    var reading = new PackReading(file.name(), county, file.begins());
    var root = file.root(reading).orElseThrow();
    var parts = readSections(root, reading);
    parts.forEach(part -> part.check(reading));
    reading.resolveNames();
    faults.addAll(reading.faults());
    var pack = reading.kept(Pack.class);
    if (reading.faults().isEmpty() && pack.isPresent()) {
      var version = root.fields().take("area").flatMap(it -> it.fields().take("version"));
      var checksum = PackFile.checksum(pack.get().area().value(), root);
      packs.add(new Ready(pack.get(), parts, checksum, version.orElse(root)));
    }
  }

  private List<PackSection.Part> readSections(PackNode root, PackReading reading) {
    var fields = root.fields();
    fields.take(COUNTIES);
    var parts = new ArrayList<PackSection.Part>();
    for (var section : sections) {
      var node = fields.take(section.name());
      if (node.isPresent()) {
        parts.add(section.read(node.get(), reading));
      } else if (section.required()) {
        root.refuse(PackProblem.MISSING_SECTION, section.name());
      }
    }
    fields.names().stream()
        .filter(it -> !it.equals(COUNTIES) && sections.stream().noneMatch(s -> s.name().equals(it)))
        .forEach(it -> fields.key(it).refuse(PackProblem.UNKNOWN_SECTION, it));
    return parts;
  }

  /// What must be known before a template can be read at all.
  private record Head(PackFile file, PackReading reading) {

    List<County> counties() {
      var fields = file.root(reading).map(PackNode::fields).orElseThrow();
      var area = fields.take("area").filter(PackNode::isMap).map(PackNode::fields);
      var id = area.map(it -> it.needId("id")).orElse("");
      area.filter(_ -> !id.isEmpty() && !file.name().equals(id + ".yaml"))
          .ifPresent(it -> it.key("id").refuse(PackProblem.FILE_NAME, id, file.name()));
      var template = area.map(it -> it.flag("template")).orElse(false);
      var counties = fields.take(COUNTIES);
      if (template && counties.isEmpty()) {
        area.orElseThrow().key("template").refuse(PackProblem.TEMPLATE_WITHOUT_COUNTIES);
      } else if (!template && counties.isPresent()) {
        fields.key(COUNTIES).refuse(PackProblem.COUNTIES_WITHOUT_TEMPLATE);
      }
      return template ? read(counties, id) : List.of();
    }

    private List<County> read(Optional<PackNode> node, String area) {
      var counties = new ArrayList<County>();
      for (var item : node.map(PackNode::items).orElse(List.of())) {
        var fields = item.fields();
        var id = fields.need("id").flatMap(it -> own(it, area)).orElse("");
        reading.define("area", id, item);
        var name = fields.needText("name");
        if (!name.contains("（合成）")) {
          item.refuse(PackProblem.NOT_MARKED_SYNTHETIC, name);
        }
        counties.add(new County(id, name, fields.needText("name_en"), fields.needText("short")));
        fields.citation();
        fields.end();
      }
      return counties;
    }

    private static Optional<String> own(PackNode node, String area) {
      var shape = Pattern.compile(Pattern.quote(area + "-") + REST.pattern());
      return node.id().flatMap(_ -> node.shaped(shape, area + "-…"));
    }
  }
}
