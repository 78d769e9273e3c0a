package org.heyi.flow.referral.fhir;

import static org.heyi.platform.fhir.FhirProblem.BAD_VALUE;
import static org.heyi.platform.fhir.FhirProblem.VALUE_NEEDED;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heyi.flow.referral.content.ClinicalSummary;
import org.heyi.flow.referral.content.Diagnoses;
import org.heyi.flow.referral.content.Diagnosis;
import org.heyi.flow.referral.content.VitalSign;
import org.heyi.flow.referral.content.VitalSigns;
import org.heyi.platform.fhir.FhirForms;
import org.heyi.platform.shared.Code;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 病情摘要 as parts of a ServiceRequest: the complaint is its note, the diagnosis a reason, and
/// measurements, allergies and medicines are contained resources.
@Component
class ClinicalPart {

  static final String NO_ALLERGY = "no-known-allergy";
  static final String NO_MEDICINE = "no-current-medicine";

  private static final String CATEGORIES =
      "http://terminology.hl7.org/CodeSystem/observation-category";
  private static final String CLINICAL =
      "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical";
  private static final String BETWEEN = "；";

  private final VitalSigns signs;
  private final Diagnoses diagnoses;

  ClinicalPart(VitalSigns signs, Diagnoses diagnoses) {
    this.signs = signs;
    this.diagnoses = diagnoses;
  }

  /// @param by who wrote it down
  /// @param at when it was written down: nobody is asked when it was measured
  void write(ServiceRequest to, ClinicalSummary it, Reference patient, String by, Instant at) {
    var diagnosis = it.diagnosis();
    if (diagnosis != null) {
      to.addReasonCode(concept(diagnosis));
    }
    if (!it.complaint().isEmpty()) {
      var note = to.addNote().setText(it.complaint());
      note.setTimeElement(FhirForms.at(at));
      note.setAuthor(new StringType(by));
    }
    for (var sign : signs.all()) {
      var value = it.vitalSigns().get(sign.code());
      if (value != null) {
        Contained.add(to, "vital-" + sign.code(), observation(sign, value, patient, at));
      }
    }
    if (it.noAllergies() || !it.allergies().isEmpty()) {
      var allergy = new AllergyIntolerance().setPatient(patient);
      allergy.setClinicalStatus(FhirForms.concept(CLINICAL, "active"));
      allergy.setCode(said(it.noAllergies(), NO_ALLERGY, it.allergies()));
      Contained.add(to, "allergies", allergy);
    }
    if (it.noMedicines() || !it.medicines().isEmpty()) {
      var medicine = new MedicationStatement().setSubject(patient);
      medicine.setStatus(
          it.noMedicines() ? MedicationStatementStatus.NOTTAKEN : MedicationStatementStatus.ACTIVE);
      medicine.setMedication(said(it.noMedicines(), NO_MEDICINE, it.medicines()));
      Contained.add(to, "medicines", medicine);
    }
  }

  static CodeableConcept concept(Diagnosis it) {
    return FhirForms.concept(Codes.ICD_10, it.code().value(), it.name());
  }

  private static Observation observation(
      VitalSign sign, BigDecimal value, Reference patient, Instant at) {
    var it = new Observation().setStatus(ObservationStatus.FINAL).setSubject(patient);
    it.addCategory(FhirForms.concept(CATEGORIES, "vital-signs"));
    it.setCode(FhirForms.concept(Codes.LOINC, sign.loinc()));
    it.setEffective(FhirForms.at(at));
    return it.setValue(
        new Quantity()
            .setValue(value)
            .setUnit(sign.unit())
            .setSystem(Codes.UCUM)
            .setCode(sign.unit()));
  }

  private static CodeableConcept said(boolean none, String code, String text) {
    return none ? FhirForms.concept(Codes.NONE_KNOWN, code) : new CodeableConcept().setText(text);
  }

  /// @throws org.heyi.platform.shared.ProblemException `fhir.bad-value` for whatever would be lost
  ClinicalSummary read(ServiceRequest from) {
    var allergies =
        Contained.all(from, AllergyIntolerance.class).map(AllergyIntolerance::getCode).toList();
    var medicines =
        Contained.all(from, MedicationStatement.class)
            .map(MedicationStatement::getMedication)
            .map(ClinicalPart::coded)
            .toList();
    return new ClinicalSummary(
        complaint(from),
        vitalSigns(Contained.all(from, Observation.class)),
        texts(allergies, NO_ALLERGY, "AllergyIntolerance.code"),
        none(allergies, NO_ALLERGY),
        texts(medicines, NO_MEDICINE, "MedicationStatement.medication"),
        none(medicines, NO_MEDICINE),
        diagnosis(from.getReasonCode()));
  }

  private static String complaint(ServiceRequest from) {
    return from.getNote().stream()
        .map(it -> String.valueOf(it.getText()))
        .collect(Collectors.joining("\n"));
  }

  private Map<String, BigDecimal> vitalSigns(Stream<Observation> all) {
    var values = new TreeMap<String, BigDecimal>();
    all.forEach(it -> {
      var code = FhirForms.code(it.getCode(), Codes.LOINC);
      var sign =
          signs.all().stream()
              .filter(known -> known.loinc().equals(code))
              .findFirst()
              .orElseThrow(() -> BAD_VALUE.with("Observation.code", code));
      if (values.put(sign.code(), value(it, sign)) != null) {
        throw BAD_VALUE.with("Observation.code", code);
      }
    });
    return values;
  }

  private static BigDecimal value(Observation it, VitalSign sign) {
    if (!(it.getValue() instanceof Quantity quantity) || !quantity.hasValue()) {
      throw VALUE_NEEDED.with("Observation.valueQuantity");
    }
    if (!sign.unit().equals(quantity.getCode()) || quantity.hasComparator()) {
      throw BAD_VALUE.with("Observation.valueQuantity", String.valueOf(quantity.getCode()));
    }
    return quantity.getValue();
  }

  private static CodeableConcept coded(Type it) {
    return it instanceof CodeableConcept concept ? concept : new CodeableConcept();
  }

  private static boolean none(List<CodeableConcept> all, String code) {
    return all.stream().anyMatch(it -> FhirForms.code(it, Codes.NONE_KNOWN).equals(code));
  }

  /// What is meant for people: the text, or the names of the codes.
  private static String texts(List<CodeableConcept> all, String none, String path) {
    return all.stream()
        .filter(it -> !FhirForms.code(it, Codes.NONE_KNOWN).equals(none))
        .map(it -> text(it, path))
        .collect(Collectors.joining(BETWEEN));
  }

  private static String text(CodeableConcept it, String path) {
    if (it.hasText()) {
      return it.getText();
    }
    return it.getCoding().stream()
        .filter(Coding::hasDisplay)
        .map(Coding::getDisplay)
        .findFirst()
        .orElseThrow(() -> VALUE_NEEDED.with(path + ".text"));
  }

  private @Nullable Diagnosis diagnosis(List<CodeableConcept> reasons) {
    var coded = reasons.stream().filter(CodeableConcept::hasCoding).toList();
    if (coded.size() > 1) {
      throw BAD_VALUE.with("ServiceRequest.reasonCode", coded.get(1).getCodingFirstRep().getCode());
    }
    return coded.isEmpty() ? null : diagnosis("ServiceRequest.reasonCode", coded.getFirst());
  }

  Diagnosis diagnosis(String path, CodeableConcept coded) {
    var code = FhirForms.code(coded, Codes.ICD_10);
    if (code.isEmpty()) {
      throw BAD_VALUE.with(path, String.valueOf(coded.getCodingFirstRep().getSystem()));
    }
    return diagnoses
        .find(new Code(Diagnoses.SYSTEM, code))
        .orElseThrow(() -> BAD_VALUE.with(path, code));
  }
}
