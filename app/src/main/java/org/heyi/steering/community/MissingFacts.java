package org.heyi.steering.community;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.steering.directory.InstitutionKind;
import org.heyi.steering.directory.InstitutionKind.Group;
import org.heyi.steering.directory.siting.Sitings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the directory should say of members and does not: the grade of a hospital, on which the
/// plans' rules of structure depend (P-22), and who practises there; and which centres have
/// settlements that nobody serves.
@Configuration(proxyBeanMethods = false)
class MissingFacts {

  private static final Set<Group> TREATING = Set.of(Group.HOSPITAL, Group.PRIMARY, Group.STATION);

  @Bean
  Shortfall withoutLevel() {
    return shortfall(
        10,
        "community.lack-level",
        members ->
            ids(members, it -> group(it) == Group.HOSPITAL && it.institution().level().isEmpty()));
  }

  @Bean
  Shortfall withoutPractitioners(ConsortiumStore store) {
    return shortfall(
        20,
        "community.lack-practitioners",
        members -> {
          var asked = ids(members, it -> TREATING.contains(group(it)));
          asked.removeAll(store.withPractitioners(asked));
          return asked;
        });
  }

  /// Centres answer for the settlements around them; whom nobody serves is named on the page of the
  /// siting plan (GOV-10).
  @Bean
  Shortfall withUncoveredSettlements(Sitings sitings) {
    return shortfall(
        15,
        "community.lack-coverage",
        members -> sitings.withUncovered(ids(members, it -> group(it) == Group.PRIMARY)));
  }

  private static Group group(Shortfall.Member member) {
    return InstitutionKind.find(member.institution().kind()).orElseThrow().group();
  }

  private static Set<InstitutionId> ids(
      Collection<Shortfall.Member> members, Predicate<Shortfall.Member> which) {
    return members.stream()
        .filter(which)
        .map(Shortfall.Member::id)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Shortfall shortfall(
      int order, String label, Function<Collection<Shortfall.Member>, Set<InstitutionId>> of) {
    return new Shortfall() {
      @Override
      public int order() {
        return order;
      }

      @Override
      public String label() {
        return label;
      }

      @Override
      public Set<InstitutionId> of(Collection<Member> members) {
        return of.apply(members);
      }
    };
  }
}
