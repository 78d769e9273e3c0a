package org.heyi.flow.referral.web;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.heyi.flow.referral.content.ClinicalSummary;
import org.heyi.flow.referral.content.Diagnoses;
import org.heyi.flow.referral.content.Diagnosis;
import org.heyi.flow.referral.content.VitalSign;
import org.heyi.flow.referral.content.VitalSigns;
import org.heyi.platform.shared.Code;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;

/// 病情 step of the form: what was typed, what it means, and what cannot be right, by field.
///
/// @param typed field → text as typed, so that nothing must be typed twice
/// @param choices diagnoses that fit the typed words
public record ClinicalForm(
    Map<String, String> typed,
    List<Diagnosis> choices,
    Map<String, String> errors,
    ClinicalSummary summary) {

  private static final int MOST_CHOICES = 12;

  static ClinicalForm of(ClinicalSummary it) {
    var typed = new LinkedHashMap<String, String>();
    typed.put("complaint", it.complaint());
    it.vitalSigns().forEach((code, value) -> typed.put(code, value.toPlainString()));
    typed.put("allergies", it.allergies());
    typed.put("noAllergies", String.valueOf(it.noAllergies()));
    typed.put("medicines", it.medicines());
    typed.put("noMedicines", String.valueOf(it.noMedicines()));
    var diagnosis = it.diagnosis();
    return new ClinicalForm(
        typed, diagnosis == null ? List.of() : List.of(diagnosis), Map.of(), it);
  }

  static ClinicalForm read(Fields fields, VitalSigns signs, Diagnoses diagnoses, Words words) {
    var errors = new LinkedHashMap<String, String>();
    var values = new TreeMap<String, BigDecimal>();
    for (var sign : signs.all()) {
      var value = number(fields.plain(sign.code()), sign, errors, words);
      if (value != null) {
        values.put(sign.code(), value);
      }
    }
    for (var wrong : signs.implausible(values)) {
      errors.putIfAbsent(wrong, words.of("referral.error-implausible"));
    }
    var choices = diagnoses.search(fields.plain("diagnosisText"), MOST_CHOICES);
    var diagnosis = diagnosis(fields, diagnoses, choices);
    if (diagnosis == null && !fields.text("diagnosisText").isEmpty()) {
      var key =
          choices.isEmpty() ? "referral.error-diagnosis-none" : "referral.error-diagnosis-pick";
      errors.put("diagnosisText", words.of(key));
    }
    var summary =
        new ClinicalSummary(
            fields.text("complaint"),
            values,
            fields.text("allergies"),
            fields.ticked("noAllergies"),
            fields.text("medicines"),
            fields.ticked("noMedicines"),
            diagnosis);
    contradictions(summary, errors, words);
    var shown = diagnosis != null && choices.isEmpty() ? List.of(diagnosis) : choices;
    return new ClinicalForm(fields.sent(), shown, errors, summary);
  }

  private static void contradictions(ClinicalSummary it, Map<String, String> errors, Words words) {
    if (it.noAllergies() && !it.allergies().isEmpty()) {
      errors.put("allergies", words.of("referral.error-none-and-some"));
    }
    if (it.noMedicines() && !it.medicines().isEmpty()) {
      errors.put("medicines", words.of("referral.error-none-and-some"));
    }
  }

  private static @Nullable BigDecimal number(
      String text, VitalSign sign, Map<String, String> errors, Words words) {
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("\\d{1,4}([.]\\d{1,2})?")) {
      errors.put(sign.code(), words.of("referral.error-number"));
      return null;
    }
    var value = new BigDecimal(text);
    if (value.compareTo(sign.lowest()) < 0 || value.compareTo(sign.highest()) > 0) {
      errors.put(sign.code(), words.of("referral.error-range", sign.lowest(), sign.highest()));
    }
    return value;
  }

  /// The one that was ticked; else the only one the words can mean.
  private static @Nullable Diagnosis diagnosis(
      Fields fields, Diagnoses diagnoses, List<Diagnosis> choices) {
    var ticked =
        fields
            .chosen("diagnosis")
            .flatMap(code -> diagnoses.find(new Code(Diagnoses.SYSTEM, code)))
            .filter(it -> choices.isEmpty() || choices.contains(it));
    return ticked.orElse(choices.size() == 1 ? choices.getFirst() : null);
  }

  public String text(String field) {
    return typed.getOrDefault(field, "");
  }

  public boolean ticked(String field) {
    return "true".equals(typed.get(field));
  }

  public boolean picked(Diagnosis it) {
    return it.equals(summary.diagnosis());
  }
}
