package org.heyi.platform.sheet.read;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// 表格限制: how large a table may be, as written with its sources in `sheet/limits.yaml`.
public record SheetLimits(
    int largestBytes,
    int largestUnpackedBytes,
    int mostParts,
    int deepestElement,
    int longestText,
    int mostRows,
    int mostColumns,
    Duration kept,
    int atOnceRows,
    int chunkRows,
    int shownRows,
    int mostExportedRows) {

  public static SheetLimits load() {
    try (InputStream in = new ClassPathResource("sheet/limits.yaml").getInputStream()) {
      Map<String, Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      return new SheetLimits(
          whole(all, "largest-bytes"),
          whole(all, "largest-unpacked-bytes"),
          whole(all, "most-parts"),
          whole(all, "deepest-element"),
          whole(all, "longest-text"),
          whole(all, "most-rows"),
          whole(all, "most-columns"),
          Duration.ofDays(whole(all, "kept-days")),
          whole(all, "at-once-rows"),
          whole(all, "chunk-rows"),
          whole(all, "shown-rows"),
          whole(all, "most-exported-rows"));
    } catch (IOException e) {
      throw new IllegalStateException("sheet/limits.yaml is not readable", e);
    }
  }

  public int largestMegabytes() {
    return largestBytes / (1024 * 1024);
  }

  private static int whole(Map<String, Object> all, String key) {
    if (all.get(key) instanceof Map<?, ?> entry
        && entry.get("value") instanceof Integer value
        && entry.get("source") instanceof String) {
      return value;
    }
    throw new IllegalStateException("sheet/limits.yaml: " + key + " needs a value and a source");
  }
}
