package org.heyi.steering.governance.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.InstitutionPanel;
import org.heyi.steering.directory.InstitutionPanel.Line;
import org.heyi.steering.directory.InstitutionView;
import org.heyi.steering.directory.Institutions;
import org.heyi.steering.governance.Arrangements;
import org.heyi.steering.governance.Centre;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What governance knows of an institution, on its page: the centres it hosts with their dates
/// (GOV-25), and the duties of a government department (GOV-31).
@Configuration(proxyBeanMethods = false)
class InstitutionPanels {

  private record Panel(
      int order,
      String title,
      Institutions institutions,
      BiFunction<InstitutionView, Words, List<Line>> lines)
      implements InstitutionPanel {

    @Override
    public Optional<Content> of(InstitutionId institution, Words words) {
      return institutions
          .find(institution)
          .map(it -> lines.apply(it, words))
          .filter(it -> !it.isEmpty())
          .map(it -> new Content(words.of(title), it));
    }
  }

  @Bean
  InstitutionPanel hostedCentres(
      Arrangements arrangements, Institutions institutions, Clock clock) {
    return new Panel(
        20,
        "governance.hosted",
        institutions,
        (host, words) -> {
          var today = LocalDate.ofInstant(clock.instant(), Moments.CHINA);
          return arrangements.centres(host.area()).stream()
              .filter(it -> it.host().equals(host.id().value()))
              .map(it -> centre(it, host, today, words))
              .toList();
        });
  }

  private static Line centre(Centre it, InstitutionView host, LocalDate today, Words words) {
    var state = it.state(today).name().toLowerCase(Locale.ROOT);
    return new Line(
        it.name(),
        words.of("governance.state." + state, words.date(it.due())),
        path(it.consortium(), host),
        it.origin().clause());
  }

  private static String path(String consortium, InstitutionView host) {
    var whose = consortium.isEmpty() ? "/area/" + host.area() : "/consortia/" + consortium;
    return whose + "/governance";
  }

  @Bean
  InstitutionPanel dutiesOfDepartment(Arrangements arrangements, Institutions institutions) {
    return new Panel(
        20,
        "governance.own-duties",
        institutions,
        (department, words) ->
            arrangements.authorities(department.area()).stream()
                .filter(it -> it.institution().equals(department.id().value()))
                .flatMap(it -> it.duties().stream())
                .map(it ->
                    new Line(
                        it.text(),
                        words.of("governance.duty." + it.duty()),
                        "",
                        it.origin().clause()))
                .toList());
  }
}
