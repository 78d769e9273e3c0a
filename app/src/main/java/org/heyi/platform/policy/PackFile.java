package org.heyi.platform.policy;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// A pack's text as YAML nodes. Only plain maps, lists and values: no anchors, no types, one
/// document, at most one megabyte, so that no file can make the reader work long.
final class PackFile {

  private static final int LARGEST = 1_000_000;
  private static final int DEEPEST = 12;
  private static final Set<Tag> PLAIN =
      Set.of(Tag.MAP, Tag.SEQ, Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP);

  private final String name;
  private final String text;
  private final @Nullable LocalDate begins;

  PackFile(String name, String text) {
    this(name, text, null);
  }

  /// @param begins the day an uploaded version begins; null for a file of the installation
  PackFile(String name, String text, @Nullable LocalDate begins) {
    this.name = name;
    this.text = text;
    this.begins = begins;
  }

  @Nullable LocalDate begins() {
    return begins;
  }

  String name() {
    return name;
  }

  PackText text() {
    return new PackText(name, text);
  }

  /// The root, or nothing when the file is no plain YAML; then the reading knows why.
  Optional<PackNode> root(PackReading reading) {
    if (text.length() > LARGEST) {
      reading.refuse(1, 1, PackProblem.TOO_LARGE, LARGEST);
      return Optional.empty();
    }
    try {
      var node = new Yaml(new SafeConstructor(options())).compose(new StringReader(text));
      if (node == null) {
        reading.refuse(1, 1, PackProblem.EMPTY_TEXT);
        return Optional.empty();
      }
      var before = reading.faults().size();
      plain(node, new IdentityHashMap<>(), reading);
      return reading.faults().size() == before
          ? Optional.of(new PackNode(node, "", reading))
          : Optional.empty();
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      reading.refuse(mark.getLine() + 1, mark.getColumn() + 1, PackProblem.SYNTAX, e.getProblem());
    } catch (YAMLException e) {
      reading.refuse(1, 1, PackProblem.SYNTAX, String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  private static LoaderOptions options() {
    var options = new LoaderOptions();
    options.setCodePointLimit(LARGEST);
    options.setNestingDepthLimit(DEEPEST);
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(1);
    return options;
  }

  /// A node met twice was an alias; a type of its own is none of ours.
  private static void plain(Node node, Map<Node, Boolean> seen, PackReading reading) {
    var place = new PackNode(node, "", reading);
    if (seen.put(node, true) != null) {
      place.refuse(PackProblem.ALIAS);
      return;
    }
    if (!PLAIN.contains(node.getTag())) {
      place.refuse(PackProblem.TAG, node.getTag().getValue());
    }
    switch (node) {
      case SequenceNode list -> list.getValue().forEach(it -> plain(it, seen, reading));
      case MappingNode map ->
          map.getValue()
              .forEach(it -> {
                plain(it.getKeyNode(), seen, reading);
                plain(it.getValueNode(), seen, reading);
              });
      default -> {
        // a scalar has nothing inside
      }
    }
  }

  /// The top-level keys, each with its lines as they stand in the file.
  List<Pack.Section> sections() {
    if (!(new Yaml(new SafeConstructor(options())).compose(new StringReader(text))
        instanceof MappingNode root)) {
      return List.of();
    }
    var lines = text.lines().toList();
    var sections = new ArrayList<Pack.Section>();
    for (var entry : root.getValue()) {
      int from = entry.getKeyNode().getStartMark().getLine();
      var end = entry.getValueNode().getEndMark();
      int until = Math.min(end.getLine() + (end.getColumn() > 0 ? 1 : 0), lines.size());
      while (until > from + 1 && !belongs(lines.get(until - 1))) {
        until--;
      }
      sections.add(
          new Pack.Section(
              ((ScalarNode) entry.getKeyNode()).getValue(),
              name,
              from + 1,
              until,
              String.join("\n", lines.subList(from, until))));
    }
    return sections;
  }

  /// Blank lines and comments before the next key are that one's.
  private static boolean belongs(String line) {
    return !line.isBlank() && !line.startsWith("#");
  }

  /// The same for the same file, letter for letter.
  String digest() {
    var digest = sha256();
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }

  /// The same for the same content: comments, blanks and quotes do not count.
  static String checksum(String seed, PackNode root) {
    var digest = sha256();
    digest.update(seed.getBytes(StandardCharsets.UTF_8));
    digest(root.node(), digest);
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void digest(Node node, MessageDigest digest) {
    switch (node) {
      case ScalarNode scalar -> {
        digest.update((byte) '=');
        digest.update(scalar.getValue().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      case SequenceNode list -> {
        digest.update((byte) '[');
        list.getValue().forEach(it -> digest(it, digest));
        digest.update((byte) ']');
      }
      case MappingNode map -> {
        digest.update((byte) '{');
        map.getValue()
            .forEach(it -> {
              digest(it.getKeyNode(), digest);
              digest(it.getValueNode(), digest);
            });
        digest.update((byte) '}');
      }
      default -> throw new IllegalStateException("unresolved node");
    }
  }
}
