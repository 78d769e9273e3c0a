package org.heyi.platform.policy.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.heyi.platform.policy.PackNames;
import org.heyi.platform.policy.ParameterView;
import org.heyi.platform.policy.PolicyValue;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shell.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Says parameters in the reader's language.
@Component
class PolicyRows {

  private final Map<String, PackNames> names;
  private final Clock clock;

  PolicyRows(ObjectProvider<PackNames> names, Clock clock) {
    this.names = names.stream().collect(Collectors.toMap(PackNames::unit, Function.identity()));
    this.clock = clock;
  }

  /// @param history past and coming values too
  PolicyPage.Row row(ParameterView view, boolean history, Words words) {
    var english = isEnglish(words);
    return new PolicyPage.Row(
        view.number(),
        english ? view.titleEn() : view.title(),
        english ? view.whose().nameEn() : view.whose().name(),
        view.silent(),
        view.house(),
        view.clause(),
        english ? view.saysEn() : view.says(),
        view.packVersion(),
        values(view.entries(), history, words));
  }

  private List<PolicyPage.Value> values(
      List<ParameterView.Entry> entries, boolean history, Words words) {
    var today = today();
    var byKey =
        entries.stream()
            .collect(groupingBy(it -> it.value().key(), LinkedHashMap::new, Collectors.toList()));
    var values = new ArrayList<PolicyPage.Value>();
    for (var newestFirst : byKey.values()) {
      var found = false;
      for (var entry : newestFirst) {
        var later = entry.value().effective().isAfter(today);
        var state = later ? "later" : found ? "past" : entry.withdrawn() ? "withdrawn" : "now";
        found = found || !later;
        if (history || state.equals("now") || state.equals("later")) {
          values.add(value(entry, state, words));
        }
      }
    }
    return values;
  }

  private PolicyPage.Value value(ParameterView.Entry entry, String state, Words words) {
    var value = entry.value();
    return new PolicyPage.Value(
        isEnglish(words) ? entry.titleEn() : entry.title(),
        value.key(),
        entry.withdrawn() ? words.of("policy.withdrawn") : text(entry, words),
        value.values().isEmpty() ? null : name(value).map(PackNames.Name::path).orElse(null),
        value.clause(),
        value.house(),
        words.date(value.effective()),
        value.packVersion(),
        state);
  }

  private String text(ParameterView.Entry entry, Words words) {
    var value = entry.value();
    return switch (value.unit()) {
      case "text", "texts" -> String.join(words.of("policy.and"), value.values());
      case "code", "codes" ->
          value.values().stream()
              .map(it -> words.orElse("policy.word." + it, it))
              .collect(joining(words.of("policy.and")));
      case "flag" -> words.of(value.flag() ? "policy.yes" : "policy.no");
      case "date" -> value.word();
      case "institution", "grid" ->
          name(value).map(it -> isEnglish(words) ? it.en() : it.zh()).orElse(value.word());
      default -> numbers(entry, words);
    };
  }

  private static String numbers(ParameterView.Entry entry, Words words) {
    var value = entry.value();
    return value.values().stream()
        .map(it -> {
          var cut = it.indexOf('=');
          var number = words.of("policy.unit." + value.unit(), it.substring(cut + 1));
          return cut < 0
              ? words.of("policy.bound." + entry.bound(), number)
              : words.of("policy.urgency." + it.substring(0, cut), number);
        })
        .collect(joining(words.of("policy.and")));
  }

  private Optional<PackNames.Name> name(PolicyValue value) {
    return Optional.ofNullable(names.get(value.unit())).flatMap(it -> it.find(value.word()));
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }

  static boolean isEnglish(Words words) {
    return words.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
  }
}
