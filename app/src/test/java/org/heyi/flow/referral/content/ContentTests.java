package org.heyi.flow.referral.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heyi.platform.shared.Code;
import org.heyi.platform.shared.InstitutionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTests {

  private final Diagnoses diagnoses = new Diagnoses();
  private final VitalSigns vitalSigns = new VitalSigns();

  @ParameterizedTest
  @CsvSource({
    "I21.9, I21.9",
    "i20, I20.9",
    "胸痛, R07.4",
    "gxb, I25.1",
    "guanxinbing, I25.1",
    "急性心肌, I21.9",
    "xinlv, I49.9",
    "copd, J44.9",
    "chest pain, R07.4",
    "gxy, I10"
  })
  void aDiagnosisIsFoundByCodeNameAndPinyin(String typed, String code) {
    assertThat(diagnoses.search(typed, 12)).extracting(it -> it.code().value()).contains(code);
  }

  @Test
  void theExactCodeComesFirstAndNothingIsFoundForNothing() {
    assertThat(diagnoses.search("J18.9", 5).getFirst().name()).isEqualTo("肺炎");
    assertThat(diagnoses.search("  ", 5)).isEmpty();
    assertThat(diagnoses.search("zzzz", 5)).isEmpty();
  }

  @Test
  void theStarterListIsLongEnoughToStartWithAndHasBothLanguages() {
    var found = diagnoses.search("e", 1000);
    assertThat(found).hasSizeGreaterThan(150);
    assertThat(found).allMatch(it -> !it.name().isBlank() && !it.englishName().isBlank());
  }

  @Test
  void aSlipOfTheFingerIsCaught() {
    assertThat(vitalSigns.implausible(of("temperature", "365"))).containsExactly("temperature");
    assertThat(vitalSigns.implausible(of("temperature", "36.55"))).containsExactly("temperature");
    assertThat(vitalSigns.implausible(of("temperature", "36.5"))).isEmpty();
    assertThat(vitalSigns.implausible(of("unknown", "1"))).containsExactly("unknown");
  }

  @Test
  void theSystolicPressureIsTheHigherOne() {
    var upsideDown = Map.of("systolic", new BigDecimal("80"), "diastolic", new BigDecimal("120"));

    assertThat(vitalSigns.implausible(upsideDown)).containsExactly("diastolic");
  }

  @Test
  void anEmptyFieldIsNoAnswerAboutAllergies() {
    var asked = new ClinicalSummary("胸痛", Map.of(), "", true, "", false, null);

    assertThat(asked.allergiesAsked()).isTrue();
    assertThat(asked.medicinesAsked()).isFalse();
    assertThat(new ClinicalSummary("", Map.of(), "青霉素", true, "", true, null).allergiesAsked())
        .isFalse();
  }

  @Test
  void whatIsMissingIsNamedByItsField() {
    assertThat(Completeness.missing(ClinicalSummary.EMPTY, Request.EMPTY))
        .containsExactly(
            "complaint",
            "allergies",
            "medicines",
            "diagnosis",
            "department",
            "urgency",
            "reason",
            "consent",
            "contactName");
  }

  @Test
  void inAnEmergencyNobodyWaitsForAConsentThatCannotBeGiven() {
    var summary =
        new ClinicalSummary(
            "昏迷",
            Map.of(),
            "",
            true,
            "",
            true,
            new Diagnosis(new Code(Diagnoses.SYSTEM, "I64"), "脑卒中", "Stroke"));
    var to = new Destination(InstitutionId.of("hospital"), "03.03");

    assertThat(missing(summary, to, Urgency.EMERGENCY)).isEmpty();
    assertThat(missing(summary, to, Urgency.URGENT)).containsExactly("consent", "contactName");
  }

  @Test
  void eachReasonOfAReviewFitsAnActionAndIsSaidInBothLanguages() {
    var actions = Set.of("return", "refuse", "redirect");
    assertThat(new ReviewReasons().all())
        .isNotEmpty()
        .allMatch(it -> !it.name().isBlank() && !it.englishName().isBlank())
        .allMatch(it -> !it.actions().isEmpty() && actions.containsAll(it.actions()));
    for (var action : actions) {
      for (var aspect : ReviewAspect.values()) {
        assertThat(new ReviewReasons().all())
            .as("%s, %s", action, aspect)
            .anyMatch(it -> it.fits(action) && it.aspect() == aspect && it.explained());
      }
    }
  }

  private static List<String> missing(ClinicalSummary summary, Destination to, Urgency urgency) {
    return Completeness.missing(
        summary, new Request(to, urgency, "需溶栓", false, ContactPerson.NOBODY));
  }

  private static Map<String, BigDecimal> of(String code, String value) {
    return Map.of(code, new BigDecimal(value));
  }
}
