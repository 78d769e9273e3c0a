package org.heyi.steering.community.finding;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.heyi.steering.community.ConsortiumForm;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// 规则读法: what the plans' words mean, as written with its sources in `community/structure.yaml`.
///
/// @param general kinds that are general hospitals
/// @param perhaps kinds that may be
/// @param meetsPublic ownerships that are public
/// @param notGroups forms that are no groups
record RuleReading(
    List<String> general, List<String> perhaps, List<String> meetsPublic, List<String> notGroups) {

  static final RuleReading ONLY = load();

  boolean isGroup(ConsortiumForm form) {
    return !notGroups.contains(form.code());
  }

  boolean meets(String wanted, String ownership) {
    return wanted.equals("public") ? meetsPublic.contains(ownership) : wanted.equals(ownership);
  }

  private static RuleReading load() {
    try (InputStream in = new ClassPathResource("community/structure.yaml").getInputStream()) {
      Map<String, Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      return new RuleReading(
          words(all, "general-hospitals"),
          words(all, "perhaps-general"),
          words(all, "meets-public"),
          words(all, "not-groups"));
    } catch (IOException e) {
      throw new IllegalStateException("community/structure.yaml is not readable", e);
    }
  }

  private static List<String> words(Map<String, Object> all, String key) {
    if (all.get(key) instanceof Map<?, ?> entry
        && entry.get("value") instanceof List<?> words
        && entry.get("source") instanceof String) {
      return words.stream().map(Object::toString).toList();
    }
    throw new IllegalStateException(
        "community/structure.yaml: " + key + " needs a value and a source");
  }
}
