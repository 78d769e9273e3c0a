package org.heyi.platform.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.heyi.HeyiTest;
import org.heyi.platform.access.Accounts;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Organization;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What `/fhir` does whatever the type.
@HeyiTest
class FhirModuleTests {

  private static final String HOSPITAL = "ninghe-yiyuan";

  @LocalServerPort int port;
  @Autowired Accounts accounts;

  private FhirClient with(String scope) {
    return FhirClient.open(port, accounts, HOSPITAL, "hospital-system", scope);
  }

  @Test
  void whatTheServerCanIsSaidToEverybody() {
    var answer = FhirClient.stranger(port).get("metadata");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.as(CapabilityStatement.class).getRestFirstRep().getResource())
        .extracting(it -> it.getType())
        .contains("Organization");
  }

  @Test
  void withoutATokenThereIsNothingElse() {
    var answer = FhirClient.stranger(port).get("Organization/" + HOSPITAL);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("fhir.no-token");
  }

  @Test
  void anOrganizationIsReadByItsId() {
    var answer = with("system/Organization.r").get("Organization/" + HOSPITAL);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.as(Organization.class).getName()).isNotBlank();
  }

  @Test
  void theScopeDecidesForEachTypeAndInteraction() {
    var reader = with("system/Organization.r");

    assertThat(reader.get("Organization?name=x").code()).isEqualTo("fhir.outside-scope");
    assertThat(reader.get("Organization?name=x").status()).isEqualTo(403);
  }

  @Test
  void aRefusalSpeaksTheCallersLanguage() {
    var system = with("system/*.rs");

    assertThat(system.get("Organization?colour=red").outcome().getIssueFirstRep().getDetails())
        .extracting(it -> it.getText())
        .asString()
        .contains("不能按“colour”检索");
    assertThat(
            system
                .speaking("en")
                .get("Organization?colour=red")
                .outcome()
                .getIssueFirstRep()
                .getDetails()
                .getText())
        .contains("cannot be searched by");
  }

  @Test
  void aListHasLinksToItsOtherPages() {
    var system = with("system/*.rs");
    var first = system.get("Organization?_count=1").as(Bundle.class);

    assertThat(first.getEntry()).hasSize(1);
    assertThat(first.getTotal()).isGreaterThan(1);
    assertThat(first.getLink("next").getUrl()).contains("_page=2").contains("_count=1");
    assertThat(system.get("Organization?_count=1&_page=2").as(Bundle.class).getEntry())
        .extracting(it -> it.getResource().getIdPart())
        .doesNotContain(first.getEntryFirstRep().getResource().getIdPart());
    assertThat(system.get("Organization?_summary=count").as(Bundle.class))
        .satisfies(it -> assertThat(it.getTotal()).isEqualTo(first.getTotal()))
        .satisfies(it -> assertThat(it.getEntry()).isEmpty());
  }

  @Test
  void aBatchAnswersEachEntryForItself() {
    var in = new Bundle().setType(Bundle.BundleType.BATCH);
    in.addEntry().getRequest().setMethod(Bundle.HTTPVerb.GET).setUrl("Organization/" + HOSPITAL);
    in.addEntry().getRequest().setMethod(Bundle.HTTPVerb.GET).setUrl("Organization/none");

    var answer = with("system/*.rs").post("", in);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.as(Bundle.class).getEntry())
        .extracting(it -> it.getResponse().getStatus())
        .containsExactly("200", "404");
  }

  @Test
  void whatIsNotOfferedIsSaid() {
    var system = with("system/*.cruds");

    assertThat(system.post("Organization", new Organization().setName("x")).status())
        .isEqualTo(405);
    assertThat(system.get("Observation/1").status()).isEqualTo(404);
    assertThat(system.get("Organization/$everything").code()).isEqualTo("fhir.no-such-operation");
    assertThat(system.send("DELETE", "Organization/" + HOSPITAL, "", Map.of()).status())
        .isEqualTo(405);
  }

  @Test
  void anAnswerIsJsonWhateverABrowserLikes() {
    var system = with("system/*.rs");
    var browser = Map.of("Accept", "text/html,application/xml;q=0.9,*/*;q=0.8");

    assertThat(system.send("GET", "Organization/" + HOSPITAL, "", browser).body()).startsWith("{");
    assertThat(system.get("Organization/" + HOSPITAL + "?_format=xml").status()).isEqualTo(406);
  }
}
