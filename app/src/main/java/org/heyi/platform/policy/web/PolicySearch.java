package org.heyi.platform.policy.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.heyi.platform.policy.ParameterView;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.SearchSource;
import org.heyi.platform.shell.Words;
import org.springframework.stereotype.Component;

/// Finds parameters of the caller's area by number, name, spelling or key.
@Component
class PolicySearch implements SearchSource {

  private static final int SHORTEST_SPELLING = 2;

  private final Policies policies;

  PolicySearch(Policies policies) {
    this.policies = policies;
  }

  @Override
  public String label() {
    return "policy.search";
  }

  @Override
  public int order() {
    return 420;
  }

  @Override
  public List<Hit> search(String text, Staff by, Words words, int most) {
    var wanted = text.strip().toLowerCase(Locale.ROOT);
    if (policies.areas().stream().noneMatch(it -> it.area().equals(by.area()))) {
      return List.of();
    }
    return policies.parameters(by.area()).stream()
        .filter(it -> says(it, wanted))
        .limit(most)
        .map(it -> hit(it, by, words))
        .distinct()
        .toList();
  }

  private static Hit hit(ParameterView it, Staff by, Words words) {
    var english = words.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    return new Hit(
        it.number() + " " + (english ? it.titleEn() : it.title()),
        it.silent() ? words.of("policy.silent") : english ? it.saysEn() : it.says(),
        "/policy/" + by.area() + "/" + it.number());
  }

  private static boolean says(ParameterView view, String wanted) {
    var texts =
        Stream.concat(
            Stream.of(view.number(), view.title(), view.titleEn()),
            view.entries().stream()
                .flatMap(it -> Stream.of(it.title(), it.titleEn(), it.value().key())));
    return texts.anyMatch(it -> it.toLowerCase(Locale.ROOT).contains(wanted))
        || (wanted.length() >= SHORTEST_SPELLING && view.pinyin().contains(wanted));
  }
}
