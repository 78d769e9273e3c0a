package org.heyi.steering.governance.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shell.Words;
import org.heyi.steering.community.Communities;
import org.heyi.steering.directory.Institutions;
import org.heyi.steering.governance.Arrangements;
import org.heyi.steering.governance.Body;
import org.heyi.steering.governance.Centre;
import org.heyi.steering.governance.CentreGroup;
import org.heyi.steering.governance.Charge;
import org.springframework.stereotype.Component;

/// Bodies, departments and centres for reading.
@Component
class GovernanceCards {

  private final Arrangements arrangements;
  private final Institutions institutions;
  private final Communities communities;
  private final Clock clock;

  GovernanceCards(
      Arrangements arrangements, Institutions institutions, Communities communities, Clock clock) {
    this.arrangements = arrangements;
    this.institutions = institutions;
    this.communities = communities;
    this.clock = clock;
  }

  List<GovernancePage.Card> bodies(Pack area, Predicate<Body> wanted, Words words) {
    var all = arrangements.bodies(area.area());
    var names = names(all);
    var byId = all.stream().collect(Collectors.toMap(Body::id, Body::name));
    return all.stream().filter(wanted).map(it -> body(it, names, byId, words)).toList();
  }

  private GovernancePage.Card body(
      Body body, Map<InstitutionId, String> names, Map<String, String> byId, Words words) {
    var facts = new ArrayList<GovernancePage.Fact>();
    add(facts, words.of("governance.parent"), byId.getOrDefault(body.parent(), ""));
    add(facts, words.of("governance.grid"), grid(body, words));
    add(facts, words.of("governance.chair"), body.chair());
    add(facts, words.of("governance.vice-chairs"), String.join("；", body.viceChairs()));
    add(
        facts,
        words.of("governance.members", body.members().size()),
        body.members().stream()
            .map(it -> it.post() + name(names, it.institution()))
            .collect(Collectors.joining("；")));
    if (!body.secretariat().isEmpty()) {
      facts.add(
          new GovernancePage.Fact(
              words.of("governance.secretariat"),
              name(names, body.secretariat()),
              "/institutions/" + body.secretariat()));
    }
    add(facts, words.of("governance.secretariat-head"), body.secretariatHead());
    add(facts, words.of("governance.since"), words.date(body.life().from()));
    var until = body.life().until();
    add(facts, words.of("governance.until"), until == null ? "" : words.date(until.minusDays(1)));
    var ended = until != null && !until.isAfter(today());
    return new GovernancePage.Card(
        body.name(),
        "",
        words.of("governance.body." + body.kind().code()),
        ended ? words.of("governance.ended") : "",
        facts,
        lines(body.duties(), words),
        body.origin());
  }

  private String grid(Body body, Words words) {
    return body.grid().isEmpty()
        ? ""
        : communities
            .grid(body.grid())
            .map(it -> GovernanceWords.isEnglish(words) ? it.nameEn() : it.name())
            .orElse(body.grid());
  }

  private static void add(List<GovernancePage.Fact> facts, String label, String text) {
    if (!text.isEmpty()) {
      facts.add(new GovernancePage.Fact(label, text, ""));
    }
  }

  List<GovernancePage.Card> authorities(Pack area, Words words) {
    var all = arrangements.authorities(area.area());
    var names =
        institutions.names(all.stream().map(it -> InstitutionId.of(it.institution())).toList());
    return all.stream()
        .map(it ->
            new GovernancePage.Card(
                name(names, it.institution()),
                "/institutions/" + it.institution(),
                "",
                "",
                List.of(),
                lines(it.duties(), words),
                it.origin()))
        .toList();
  }

  List<GovernancePage.Group> centres(Pack area, Predicate<Centre> wanted, Words words) {
    var all = arrangements.centres(area.area());
    var names =
        institutions.names(
            all.stream()
                .map(Centre::host)
                .filter(it -> !it.isEmpty())
                .map(InstitutionId::of)
                .toList());
    var byId = all.stream().collect(Collectors.toMap(Centre::id, Centre::name));
    return Arrays.stream(CentreGroup.values())
        .map(group ->
            new GovernancePage.Group(
                words.of("governance.group." + group.code()),
                all.stream()
                    .filter(it -> it.group() == group)
                    .filter(wanted)
                    .map(it -> centre(it, names, byId, words))
                    .toList()))
        .filter(it -> !it.centres().isEmpty())
        .toList();
  }

  private GovernancePage.Centre centre(
      Centre it, Map<InstitutionId, String> names, Map<String, String> byId, Words words) {
    return new GovernancePage.Centre(
        it.name(),
        words.of("governance.centre." + it.kind()),
        byId.getOrDefault(it.parent(), ""),
        name(names, it.host()),
        it.host().isEmpty() ? "" : "/institutions/" + it.host(),
        words.date(it.due()),
        it.state(today()).name().toLowerCase(Locale.ROOT),
        lines(it.functions(), words),
        it.origin());
  }

  private static List<GovernancePage.Entry> lines(List<Charge> charges, Words words) {
    return charges.stream()
        .map(it ->
            new GovernancePage.Entry(
                it.text(),
                "",
                it.duty().isEmpty() ? "" : words.of("governance.duty." + it.duty()),
                it.origin()))
        .toList();
  }

  private Map<InstitutionId, String> names(List<Body> bodies) {
    var ids = new HashSet<InstitutionId>();
    for (var body : bodies) {
      body.members().stream()
          .map(Body.Seat::institution)
          .filter(it -> !it.isEmpty())
          .forEach(it -> ids.add(InstitutionId.of(it)));
      if (!body.secretariat().isEmpty()) {
        ids.add(InstitutionId.of(body.secretariat()));
      }
    }
    return institutions.names(ids);
  }

  private static String name(Map<InstitutionId, String> names, String id) {
    return id.isEmpty() ? "" : names.getOrDefault(InstitutionId.of(id), id);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }
}
