package org.heyi.platform.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.Satisfies;
import org.heyi.platform.access.Accounts;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What the system of another institution, of another area and nobody learn of things that are not
/// theirs: every type and interaction of the CapabilityStatement, with real ids.
@HeyiTest
class LeakTests {

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired List<FhirSecret> secrets;
  @Autowired MovableClock clock;

  private CapabilityStatement statement;

  @BeforeEach
  void read() {
    statement = FhirClient.stranger(port).get("metadata").as(CapabilityStatement.class);
  }

  private List<CapabilityStatementRestResourceComponent> types() {
    return statement.getRestFirstRep().getResource();
  }

  /// A type is public by decision or somebody shows what must not be seen of it.
  @Test
  void everyTypeIsPublicOrHasASecret() {
    var shown = Stream.concat(FhirSecret.PUBLIC.stream(), secrets.stream().map(FhirSecret::type));

    assertThat(shown.toList()).containsAll(types().stream().map(it -> it.getType()).toList());
  }

  @Test
  @Satisfies("PLT-08")
  void strangersLearnNothing() {
    int asked = 0;
    var leaks = new ArrayList<String>();
    for (var secret : secrets) {
      clock.set(MovableClock.START);
      var real = secret.make();
      for (var stranger : strangers()) {
        for (var path : paths(secret.type(), real)) {
          var answer = stranger.get(path);
          asked++;
          if (real.shownIn(answer.body()) || counted(answer)) {
            leaks.add(path + " → " + answer.status());
          }
        }
      }
      assertThat(owner(secret).get(secret.type() + "/" + real.id()).status())
          .as("the same for whom it is: %s", secret.type())
          .isEqualTo(200);
    }

    System.out.printf(
        "FHIR leaks: types %d, requests %d, leaks %d%n", secrets.size(), asked, leaks.size());
    assertThat(asked).isPositive();
    assertThat(leaks).isEmpty();
  }

  /// How many there are is told as little as what they are.
  private static boolean counted(FhirClient.Answer answer) {
    return answer.status() == 200
        && answer.body().contains("\"Bundle\"")
        && answer.as(Bundle.class).getTotal() > 0;
  }

  private List<String> paths(String type, FhirSecret.Real real) {
    var offered =
        types().stream().filter(it -> it.getType().equals(type)).findFirst().orElseThrow();
    var paths = new ArrayList<String>();
    var one = type + "/" + real.id();
    for (var interaction : offered.getInteraction()) {
      if (interaction.getCode() == TypeRestfulInteraction.HISTORYINSTANCE) {
        paths.add(one + "/_history");
      }
    }
    paths.addAll(List.of(one, one + "/_history/1", type + "?_id=" + real.id()));
    for (var search : real.searches()) {
      paths.addAll(List.of(type + "?" + search, type + "?" + search + "&_summary=count"));
      offered
          .getSearchInclude()
          .forEach(it -> paths.add(type + "?" + search + "&_include=" + it.getValue()));
    }
    return paths;
  }

  private List<FhirClient> strangers() {
    return List.of(
        FhirClient.stranger(port),
        FhirClient.open(port, accounts, "ninghe-fengtai", "clinic-system", "system/*.rs"),
        FhirClient.open(port, accounts, "taicang-sanyuan", "hospital-system", "system/*.rs"),
        FhirClient.open(port, accounts, FhirSecret.OWNER, "clinic-system", "system/Slot.c"));
  }

  private FhirClient owner(FhirSecret secret) {
    return FhirClient.open(port, accounts, secret.owner(), secret.role(), "system/*.rs");
  }
}
