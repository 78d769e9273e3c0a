package org.heyi.flow.referral.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.heyi.flow.referral.ReferralAction;
import org.heyi.flow.referral.ReferralState;
import org.heyi.flow.referral.content.ReviewReason;
import org.heyi.flow.referral.content.ReviewReasons;
import org.hl7.fhir.r4.model.CodeSystem;
import org.junit.jupiter.api.Test;

/// The code systems that are given to others name what the code knows, and nothing else.
class CodeSystemsTests {

  @Test
  void statesAreThoseOfAReferral() {
    assertThat(codes("referral-state"))
        .containsExactlyElementsOf(
            Stream.concat(
                    Arrays.stream(ReferralState.values()).map(ReferralState::code),
                    Stream.of("forwarded"))
                .toList());
  }

  @Test
  void actionsAreThoseOfAReferral() {
    assertThat(codes("referral-action"))
        .containsExactlyElementsOf(
            Arrays.stream(ReferralAction.values()).map(ReferralAction::code).toList());
  }

  @Test
  void eachDetailGoesWithSomeAction() {
    assertThat(codes("referral-detail"))
        .allSatisfy(
            it -> assertThat(ReferralAction.values()).anyMatch(action -> Inputs.known(action, it)));
  }

  @Test
  void everyDetailHasACode() {
    assertThat(codes("referral-detail"))
        .contains(
            Inputs.VERSION,
            Inputs.SLOT,
            Inputs.WHY,
            Inputs.REASON,
            Inputs.ADVICE,
            Inputs.QUESTION,
            Inputs.PHYSICIAN,
            Inputs.OPINION,
            Inputs.DIAGNOSIS,
            Inputs.TREATMENT,
            Inputs.HAPPENED,
            Inputs.DONE_BY);
  }

  @Test
  void reasonsAreThoseOfTheList() {
    assertThat(codes("review-reason"))
        .containsExactlyElementsOf(
            new ReviewReasons().all().stream().map(ReviewReason::code).toList());
  }

  @Test
  void nothingIsSaidByTwoCodes() {
    assertThat(codes("none-known"))
        .containsExactly(ClinicalPart.NO_ALLERGY, ClinicalPart.NO_MEDICINE);
  }

  private static List<String> codes(String system) {
    return read(system).getConcept().stream().map(it -> it.getCode()).toList();
  }

  private static CodeSystem read(String system) {
    var path = "/fhir/CodeSystem-" + system + ".json";
    try (var in = CodeSystemsTests.class.getResourceAsStream(path)) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return FhirContext.forR4().newJsonParser().parseResource(CodeSystem.class, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
