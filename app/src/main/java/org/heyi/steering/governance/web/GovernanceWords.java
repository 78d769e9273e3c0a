package org.heyi.steering.governance.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.policy.ParameterView;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shell.Words;
import org.heyi.steering.community.Communities;
import org.heyi.steering.community.ConsortiumView;
import org.heyi.steering.governance.Arrangements;
import org.heyi.steering.governance.Centre;
import org.heyi.steering.governance.Milestone;
import org.heyi.steering.governance.position.Positions;
import org.heyi.steering.governance.unchanged.Unchanged;
import org.heyi.steering.governance.unchanged.UnchangedAttributes;
import org.heyi.steering.governance.unified.Unifications;
import org.heyi.steering.governance.unified.UnifiedDimension;
import org.heyi.steering.governance.unified.UnifiedMatrix;
import org.springframework.stereotype.Component;

/// Puts together how an area or a consortium is governed, for reading.
@Component
class GovernanceWords {

  private final Arrangements arrangements;
  private final UnchangedAttributes unchanged;
  private final Unifications unifications;
  private final Communities communities;
  private final Policies policies;
  private final GovernanceCards cards;
  private final PostLines posts;
  private final Positions positions;
  private final PositionWords position;
  private final Clock clock;

  GovernanceWords(
      Arrangements arrangements,
      UnchangedAttributes unchanged,
      Unifications unifications,
      Communities communities,
      Policies policies,
      GovernanceCards cards,
      PostLines posts,
      Positions positions,
      PositionWords position,
      Clock clock) {
    this.arrangements = arrangements;
    this.unchanged = unchanged;
    this.unifications = unifications;
    this.communities = communities;
    this.policies = policies;
    this.cards = cards;
    this.posts = posts;
    this.positions = positions;
    this.position = position;
    this.clock = clock;
  }

  /// What is of the area as a whole; its consortia have pages of their own.
  GovernancePage area(Pack area, Words words) {
    var id = area.area();
    var parts =
        communities.consortia(id).stream()
            .map(it -> new GovernancePage.Link(name(it, words), path(it.id())))
            .toList();
    return new GovernancePage(
        area,
        name(area, words),
        name(area, words),
        "/area/" + id + "/tree",
        null,
        List.of(),
        List.of(),
        List.of(),
        cards.bodies(area, it -> it.consortium().isEmpty(), words),
        cards.authorities(area, words),
        positions(area, String::isEmpty, words),
        cards.centres(area, it -> it.consortium().isEmpty(), words),
        goals(area, it -> it.consortium().isEmpty(), words),
        parts);
  }

  /// What is of the consortium, and of the area's bodies those that stand above it.
  GovernancePage consortium(Pack area, ConsortiumView consortium, Words words) {
    var id = consortium.id().value();
    var matrix = unifications.matrix(consortium.id()).orElse(null);
    return new GovernancePage(
        area,
        name(area, words),
        name(consortium, words),
        "/consortia/" + id,
        matrix,
        matrix == null ? List.of() : dimensions(area, matrix, words),
        unchanged.of(consortium.id()).stream().map(it -> unchanged(it, words)).toList(),
        posts.of(area, consortium, words),
        cards.bodies(area, it -> it.consortium().isEmpty() || it.consortium().equals(id), words),
        List.of(),
        positions(area, it -> it.isEmpty() || it.equals(id), words),
        cards.centres(area, it -> it.consortium().isEmpty() || it.consortium().equals(id), words),
        goals(area, it -> it.consortium().isEmpty() || it.consortium().equals(id), words),
        List.of());
  }

  private List<GovernancePage.Card> positions(Pack area, Predicate<String> wanted, Words words) {
    var said =
        positions.all(area.area()).stream()
            .filter(it -> wanted.test(it.whom().consortium()))
            .toList();
    return position.cards(said, words);
  }

  private List<GovernancePage.Entry> dimensions(Pack area, UnifiedMatrix matrix, Words words) {
    var centres =
        arrangements.centres(area.area()).stream()
            .collect(Collectors.toMap(Centre::id, Centre::name));
    return matrix.dimensions().stream().map(it -> dimension(it, centres, words)).toList();
  }

  private static GovernancePage.Entry dimension(
      UnifiedDimension it, Map<String, String> centres, Words words) {
    var detail = new ArrayList<String>();
    if (!it.centre().isEmpty()) {
      detail.add(words.of("governance.by-centre", centres.getOrDefault(it.centre(), "")));
    }
    if (!it.rule().isEmpty()) {
      detail.add(words.of("governance.by-rule", it.rule()));
    }
    if (!it.more().equals(it.origin()) && !detail.isEmpty()) {
      detail.add(it.more().house() ? words.of("policy.house") : it.more().clause());
    }
    return new GovernancePage.Entry(
        it.name(),
        String.join(" · ", detail),
        words.of("governance.kind." + it.kind().code()),
        it.origin());
  }

  private static GovernancePage.Entry unchanged(Unchanged it, Words words) {
    return new GovernancePage.Entry(
        it.words(),
        words.of("governance.attribute." + it.attribute().code()),
        words.of(it.attribute().isGuarded() ? "governance.guarded" : "governance.not-held"),
        it.origin());
  }

  private List<GovernancePage.Goal> goals(Pack area, Predicate<Milestone> wanted, Words words) {
    var values =
        policies.parameters(area.area()).stream()
            .flatMap(it -> it.inForce(LocalDate.MAX).stream())
            .toList();
    return arrangements.milestones(area.area()).stream()
        .filter(wanted)
        .map(it ->
            new GovernancePage.Goal(
                words.date(it.by()),
                it.by().isBefore(today()),
                isEnglish(words) ? it.saysEn() : it.says(),
                it.parameters().stream()
                    .flatMap(key -> target(key, it.consortium(), values, words).stream())
                    .toList(),
                it.origin()))
        .toList();
  }

  private static Optional<String> target(
      String key, String consortium, List<ParameterView.Entry> values, Words words) {
    return values.stream()
        .filter(it -> it.value().key().equals(key))
        .filter(it -> it.consortium().isEmpty() || it.consortium().equals(consortium))
        .findFirst()
        .map(it ->
            words.of(
                it.value().unit().equals("percent")
                    ? "governance.target-percent"
                    : "governance.target",
                isEnglish(words) ? it.titleEn() : it.title(),
                String.join("、", it.value().values())));
  }

  static String path(ConsortiumId consortium) {
    return "/consortia/" + consortium + "/governance";
  }

  static String name(Pack area, Words words) {
    return isEnglish(words) ? area.nameEn() : area.name();
  }

  static String name(ConsortiumView consortium, Words words) {
    return isEnglish(words) ? consortium.nameEn() : consortium.name();
  }

  static boolean isEnglish(Words words) {
    return words.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }
}
