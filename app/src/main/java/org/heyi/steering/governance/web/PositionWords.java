package org.heyi.steering.governance.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shell.Words;
import org.heyi.steering.community.Communities;
import org.heyi.steering.directory.DepartmentView;
import org.heyi.steering.directory.Institutions;
import org.heyi.steering.governance.position.Position;
import org.springframework.stereotype.Component;

/// Says what positions are and whom they are for.
@Component
class PositionWords {

  private final Institutions institutions;
  private final Communities communities;

  PositionWords(Institutions institutions, Communities communities) {
    this.institutions = institutions;
    this.communities = communities;
  }

  /// One card for each position that the plan gives.
  List<GovernancePage.Card> cards(List<Position> positions, Words words) {
    var named =
        institutions.names(
            positions.stream()
                .flatMap(it -> it.whom().institutions().stream())
                .map(InstitutionId::of)
                .toList());
    return positions.stream()
        .map(it ->
            new GovernancePage.Card(
                whom(it.whom(), named, words),
                "",
                "",
                "",
                List.of(),
                lines(it.items(), departments(it.whom().institutions()), words),
                it.origin()))
        .toList();
  }

  List<GovernancePage.Entry> lines(
      List<Position.Item> items, Map<String, String> departments, Words words) {
    return items.stream()
        .map(it ->
            new GovernancePage.Entry(
                text(it, departments, words),
                "",
                words.of("position.part." + it.part().code()),
                it.origin()))
        .toList();
  }

  /// Names of departments by code, of these institutions.
  Map<String, String> departments(List<String> of) {
    return of.stream()
        .flatMap(it -> institutions.departments(InstitutionId.of(it)).stream())
        .collect(Collectors.toMap(DepartmentView::code, DepartmentView::name, (one, _) -> one));
  }

  private static String text(Position.Item it, Map<String, String> departments, Words words) {
    var said =
        switch (it.part()) {
          case CARE -> care(it, words);
          case SPECIALTY -> departments.getOrDefault(it.code(), it.code());
          case SERVICE, SCALE, EQUIPMENT -> it.text();
        };
    var least = it.atLeast();
    return least == null ? said : words.of("position.at-least", said, least, it.unit());
  }

  private static String care(Position.Item it, Words words) {
    var cases = words.of("position.care." + it.code());
    return it.text().isEmpty() ? cases : words.of("position.said", cases, it.text());
  }

  private String whom(Position.Whom it, Map<InstitutionId, String> named, Words words) {
    if (!it.institutions().isEmpty()) {
      return it.institutions().stream()
          .map(id -> named.getOrDefault(InstitutionId.of(id), id))
          .collect(Collectors.joining(words.of("policy.and")));
    }
    var parts = new ArrayList<String>();
    if (!it.consortium().isEmpty()) {
      parts.add(
          GovernanceWords.name(communities.consortium(ConsortiumId.of(it.consortium())), words));
    }
    Stream.of(
            joined("community.role.", it.roles(), words),
            joined("directory.kind.", it.kinds(), words),
            joined("directory.level.", it.levels(), words))
        .filter(said -> !said.isEmpty())
        .forEach(parts::add);
    return String.join(" · ", parts);
  }

  private static String joined(String key, List<String> codes, Words words) {
    return codes.stream()
        .map(it -> words.of(key + it))
        .collect(Collectors.joining(words.of("policy.and")));
  }
}
