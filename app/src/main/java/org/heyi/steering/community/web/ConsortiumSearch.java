package org.heyi.steering.community.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.Pinyin;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.SearchSource;
import org.heyi.platform.shell.Words;
import org.heyi.steering.community.Communities;
import org.heyi.steering.community.ConsortiumView;
import org.springframework.stereotype.Component;

/// Finds the consortia and grids of the caller's area by one of their names or its spelling.
@Component
class ConsortiumSearch implements SearchSource {

  /// What a consortium is found by, and what is shown of it.
  private record Named(String name, String detail, String path, List<String> names) {

    boolean isCalled(String wanted) {
      return names.stream()
          .flatMap(it -> Stream.of(it.toLowerCase(Locale.ROOT), Pinyin.search(it)))
          .anyMatch(it -> it.contains(wanted));
    }
  }

  private final Communities communities;
  private final Policies policies;

  ConsortiumSearch(Communities communities, Policies policies) {
    this.communities = communities;
    this.policies = policies;
  }

  @Override
  public String label() {
    return "community.search";
  }

  @Override
  public int order() {
    return 410;
  }

  @Override
  public List<Hit> search(String text, Staff by, Words words, int most) {
    if (policies.areas().stream().noneMatch(it -> it.area().equals(by.area()))) {
      return List.of();
    }
    var wanted = text.toLowerCase(Locale.ROOT);
    return communities.consortia(by.area()).stream()
        .flatMap(it -> Stream.concat(Stream.of(named(it, words)), grids(it, words)))
        .filter(it -> it.isCalled(wanted))
        .limit(most)
        .map(it -> new Hit(it.name(), it.detail(), it.path()))
        .toList();
  }

  private static Named named(ConsortiumView it, Words words) {
    var form = words.of("community.form." + it.form().code());
    var trade = it.tradeName();
    return new Named(
        Language.name(it, words),
        trade.isEmpty() ? form : form + " · " + trade,
        "/consortia/" + it.id(),
        List.of(it.name(), it.nameEn(), trade));
  }

  private Stream<Named> grids(ConsortiumView consortium, Words words) {
    return communities.grids(consortium.id()).stream()
        .map(it ->
            new Named(
                Language.name(it, words),
                Language.name(consortium, words),
                "/consortia/" + consortium.id(),
                List.of(it.name(), it.nameEn())));
  }
}
