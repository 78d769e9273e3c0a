package org.heyi.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// 备份范围: what a backup keeps and what it leaves, as written with the reasons in
/// `backup/scope.yaml`.
///
/// @param files names in the data directory that are kept, as far as they are there
/// @param filesLeft names in the data directory that belong to that place alone
/// @param tablesLeft tables that are restored without rows
record Scope(Set<String> files, Set<String> filesLeft, Set<String> tablesLeft) {

  static Scope load() {
    try (InputStream in = new ClassPathResource("backup/scope.yaml").getInputStream()) {
      Map<String, Map<String, String>> all =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      return new Scope(names(all, "files"), names(all, "files-left"), names(all, "tables-left"));
    } catch (IOException e) {
      throw new IllegalStateException("backup/scope.yaml is not readable", e);
    }
  }

  private static Set<String> names(Map<String, Map<String, String>> all, String key) {
    return Set.copyOf(Objects.requireNonNull(all.get(key), key).keySet());
  }
}
