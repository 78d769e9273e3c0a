package org.heyi.arch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the documents name, and whether it is there: relative links, paths and types in backticks.
///
/// @param root the repository
/// @param sources all Java sources
record Markdown(Path root, Sources sources) {

  private static final Set<String> ELSEWHERE = Set.of("target", "data", ".git", "node_modules");
  private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern QUOTED = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern TYPE =
      Pattern.compile("@?([A-Z]\\w*[a-z]\\w*)(?:[.#](\\w+))?(?:\\(.*\\))?");
  private static final Pattern PATH =
      Pattern.compile("(?:app|docs|bin|e2e|bench|\\.ci|db|words|templates|static)/[\\w./-]*");
  private static final List<String> ROOTS = List.of("", "app/src/main/resources", "app/src/main");

  static Markdown ofRepository() throws IOException {
    var root = Path.of("..").toRealPath();
    return new Markdown(root, Sources.in(root));
  }

  List<Path> documents() throws IOException {
    return files(root, ".md");
  }

  static List<Path> files(Path root, String ending) throws IOException {
    try (var files = Files.walk(root)) {
      return files
          .filter(it -> it.toString().endsWith(ending))
          .filter(it -> parts(root.relativize(it)).noneMatch(ELSEWHERE::contains))
          .sorted()
          .toList();
    }
  }

  private static Stream<String> parts(Path path) {
    var parts = new ArrayList<String>();
    path.forEach(it -> parts.add(it.toString()));
    return parts.stream();
  }

  /// Everything that a text in a folder names and nobody has.
  Set<String> missing(Path folder, String text) {
    var prose = FENCE.matcher(text).replaceAll("");
    var missing = new TreeSet<String>();
    LINK.matcher(prose)
        .results()
        .map(it -> it.group(1))
        .filter(it -> !hasTarget(folder, it))
        .forEach(missing::add);
    QUOTED
        .matcher(prose)
        .results()
        .map(it -> it.group(1))
        .filter(it -> isMissingPath(it) || isMissingType(it))
        .forEach(missing::add);
    return missing;
  }

  private static boolean hasTarget(Path folder, String link) {
    if (link.matches("(https?|mailto):.*|#.*")) {
      return true;
    }
    return Files.exists(folder.resolve(link.replaceFirst("#.*", "")));
  }

  private boolean isMissingPath(String quoted) {
    return PATH.matcher(quoted).matches()
        && ROOTS.stream().noneMatch(it -> Files.exists(root.resolve(it).resolve(quoted)));
  }

  private boolean isMissingType(String quoted) {
    var named = TYPE.matcher(quoted);
    return named.matches() && !sources.has(named.group(1), named.group(2));
  }

  /// The types that the sources declare or import, and the words they consist of.
  ///
  /// @param declared type → text of the file that declares it
  /// @param imported types of others that the sources use
  record Sources(Map<String, String> declared, Set<String> imported) {

    private static final Pattern DECLARATION =
        Pattern.compile("\\b(?:class|record|interface|enum)\\s+([A-Z]\\w*)");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import [\\w.]*\\.([A-Z]\\w*);");

    static Sources in(Path root) throws IOException {
      var declared = new HashMap<String, String>();
      var imported = new HashSet<String>();
      for (var file : files(root, ".java")) {
        var text = read(file);
        DECLARATION
            .matcher(text)
            .results()
            .forEach(it -> declared.merge(it.group(1), text, String::concat));
        IMPORT.matcher(text).results().forEach(it -> imported.add(it.group(1)));
      }
      return new Sources(declared, imported);
    }

    boolean has(String type, @Nullable String member) {
      var text = declared.get(type);
      if (text == null) {
        return imported.contains(type) || isOfJava(type);
      }
      return member == null || Pattern.compile("\\b" + member + "\\b").matcher(text).find();
    }

    private static boolean isOfJava(String type) {
      return Object.class.getResource("/java/lang/" + type + ".class") != null;
    }

    private static String read(Path file) {
      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
