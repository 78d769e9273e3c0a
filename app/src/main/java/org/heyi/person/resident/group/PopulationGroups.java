package org.heyi.person.resident.group;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// 重点人群目录: the groups of `resident/groups.yaml` and the ways in which a recorded one is known.
public record PopulationGroups(List<PopulationGroup> all, List<String> knownBy) {

  private static final String FILE = "resident/groups.yaml";

  public static final PopulationGroups ONLY = load();

  public Optional<PopulationGroup> find(String code) {
    return all.stream().filter(it -> it.code().equals(code)).findFirst();
  }

  public List<PopulationGroup> recorded() {
    return all.stream().filter(it -> !it.isComputed()).toList();
  }

  private static PopulationGroups load() {
    try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
      Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      var groups = new ArrayList<PopulationGroup>();
      map(file, "groups").forEach((code, _) -> groups.add(group(code, map(file, "groups"))));
      var knownBy = words(map(file, "known-by"), "values");
      return new PopulationGroups(List.copyOf(groups), knownBy);
    } catch (IOException e) {
      throw new IllegalStateException(FILE + " is not readable", e);
    }
  }

  private static PopulationGroup group(String code, Map<String, Object> groups) {
    var entry = map(groups, code);
    if (!(entry.get("source") instanceof String source)) {
      throw new IllegalStateException("%s: %s needs a source".formatted(FILE, code));
    }
    return new PopulationGroup(
        code,
        years(entry, "from-years"),
        years(entry, "below-years"),
        words(entry, "includes"),
        words(entry, "named-as"),
        source);
  }

  private static @Nullable Integer years(Map<String, Object> entry, String key) {
    return (Integer) entry.get(key);
  }

  private static List<String> words(Map<String, Object> entry, String key) {
    return entry.get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> in, String key) {
    return (Map<String, Object>) in.getOrDefault(key, Map.of());
  }
}
