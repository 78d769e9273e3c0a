package org.heyi.platform.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// 附件限制: what may be kept and how much, as written with its sources in `file/limits.yaml`.
record FileLimits(
    int largestBytes,
    int filesPerSubject,
    int largestPixels,
    int longestEdge,
    int jpegQualityPercent,
    Map<String, FileType> types) {

  /// An allowed media type.
  ///
  /// @param inline whether a browser may show it in the page's place; else it is downloaded
  /// @param refusedWords words that may not stand in the file, whatever they do there
  record FileType(String type, String extension, boolean inline, List<String> refusedWords) {

    boolean isImage() {
      return type.startsWith("image/");
    }
  }

  FileLimits {
    types = Map.copyOf(types);
  }

  Optional<FileType> type(String sniffed) {
    return Optional.ofNullable(types.get(sniffed));
  }

  static FileLimits load() {
    try (InputStream in = new ClassPathResource("file/limits.yaml").getInputStream()) {
      Map<String, Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      return new FileLimits(
          whole(all, "largest-bytes"),
          whole(all, "files-per-subject"),
          whole(all, "largest-pixels"),
          whole(all, "longest-edge"),
          whole(all, "jpeg-quality-percent"),
          types(all));
    } catch (IOException e) {
      throw new IllegalStateException("file/limits.yaml is not readable", e);
    }
  }

  private static int whole(Map<String, Object> all, String key) {
    if (all.get(key) instanceof Map<?, ?> entry
        && entry.get("value") instanceof Integer value
        && entry.get("source") instanceof String) {
      return value;
    }
    throw new IllegalStateException("file/limits.yaml: " + key + " needs a value and a source");
  }

  private static Map<String, FileType> types(Map<String, Object> all) {
    if (!(all.get("types") instanceof List<?> list)) {
      throw new IllegalStateException("file/limits.yaml names no types");
    }
    return list.stream()
        .map(Map.class::cast)
        .map(FileLimits::type)
        .collect(Collectors.toMap(FileType::type, it -> it));
  }

  private static FileType type(Map<?, ?> entry) {
    var words = entry.get("refused-words") instanceof List<?> list ? list : List.of();
    return new FileType(
        String.valueOf(entry.get("type")),
        String.valueOf(entry.get("extension")),
        Boolean.TRUE.equals(entry.get("inline")),
        words.stream().map(String::valueOf).toList());
  }
}
