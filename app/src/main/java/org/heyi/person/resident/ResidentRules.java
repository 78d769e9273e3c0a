package org.heyi.person.resident;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// 登记规则: the lists and figures of `resident/rules.yaml`, each of which says its source there.
record ResidentRules(
    Duration registeredLasts,
    int guardianBelowYears,
    int leastLetters,
    int mostHits,
    List<String> relations,
    List<String> residences,
    List<String> noNumberReasons,
    List<String> revealPurposes,
    List<String> consents,
    String consentToRegister,
    String selectedHospitalLevel) {

  static ResidentRules load() {
    try (InputStream in = new ClassPathResource("resident/rules.yaml").getInputStream()) {
      Map<String, Object> all = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      return new ResidentRules(
          Duration.ofDays((Integer) entry(all, "registered-lasts-days", "value")),
          (Integer) entry(all, "guardian-below-years", "value"),
          (Integer) entry(all, "least-letters", "value"),
          (Integer) entry(all, "most-hits", "value"),
          list(all, "relations"),
          list(all, "residence"),
          list(all, "no-number-reasons"),
          list(all, "reveal-purposes"),
          list(all, "consents"),
          (String) entry(all, "consent-to-register", "value"),
          (String) entry(all, "selected-hospital-level", "value"));
    } catch (IOException e) {
      throw new IllegalStateException("resident/rules.yaml is not readable", e);
    }
  }

  private static Object entry(Map<String, Object> all, String key, String part) {
    if (all.get(key) instanceof Map<?, ?> entry && entry.get("source") instanceof String) {
      var value = entry.get(part);
      if (value != null) {
        return value;
      }
    }
    throw new IllegalStateException(
        "resident/rules.yaml: %s needs %s and source".formatted(key, part));
  }

  private static List<String> list(Map<String, Object> all, String key) {
    return ((List<?>) entry(all, key, "values")).stream().map(String::valueOf).toList();
  }
}
