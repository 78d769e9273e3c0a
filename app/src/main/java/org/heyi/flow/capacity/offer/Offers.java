package org.heyi.flow.capacity.offer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shell.Words;
import org.heyi.steering.community.Shortfall;
import org.heyi.steering.directory.InstitutionPanel;
import org.heyi.steering.directory.Institutions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Shows what a hospital offers on its page, and on the page of the area which receiving hospital
/// offers nothing. The days looked at are those that the plan opens reserved slots before a visit.
@Configuration(proxyBeanMethods = false)
class Offers {

  /// The days from today on that are open.
  private record Window(LocalDate from, int days) {

    static Window of(AreaId area, Policies policies, Clock clock) {
      var today = LocalDate.ofInstant(clock.instant(), Moments.CHINA);
      return new Window(
          today, policies.require("reserved-opens-days-before", area, null, today).whole());
    }

    LocalDate until() {
      return from.plusDays(days);
    }
  }

  @Bean
  InstitutionPanel offerPanel(
      OfferStore store, Institutions institutions, Policies policies, Clock clock) {
    return new InstitutionPanel() {
      @Override
      public int order() {
        return 200;
      }

      @Override
      public Optional<Content> of(InstitutionId institution, Words words) {
        var area = institutions.find(institution).orElseThrow().area();
        var window = Window.of(area, policies, clock);
        return Optional.ofNullable(
                store.offers(Set.of(institution), window.from(), window.until()).get(institution))
            .map(it -> content(it, window, words));
      }
    };
  }

  private static InstitutionPanel.Content content(Offer it, Window window, Words words) {
    return new InstitutionPanel.Content(
        words.of("capacity.offer", window.days()),
        List.of(
            line(words.of("capacity.offer-clinics"), it.clinics()),
            line(words.of("capacity.offer-slots"), it.slots()),
            line(words.of("capacity.offer-reserved"), it.reserved()),
            line(words.of("capacity.offer-free"), it.free())));
  }

  private static InstitutionPanel.Line line(String text, long number) {
    return InstitutionPanel.Line.fact(text, String.valueOf(number));
  }

  @Bean
  Shortfall withoutClinics(OfferStore store, Policies policies, Clock clock) {
    return new Shortfall() {
      @Override
      public int order() {
        return 100;
      }

      @Override
      public String label() {
        return "capacity.lack-clinics";
      }

      @Override
      public Set<InstitutionId> of(Collection<Member> members) {
        var receiving = members.stream().filter(Member::receives).toList();
        if (receiving.isEmpty()) {
          return Set.of();
        }
        var window = Window.of(receiving.getFirst().institution().area(), policies, clock);
        var asked = receiving.stream().map(Member::id).collect(Collectors.toSet());
        asked.removeAll(store.offers(asked, window.from(), window.until()).keySet());
        return asked;
      }
    };
  }
}
