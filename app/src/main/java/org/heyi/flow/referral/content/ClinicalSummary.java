package org.heyi.flow.referral.content;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// 病情摘要: what the sender knows of the resident's state.
///
/// @param vitalSigns code of the [VitalSign] → value; what was not measured is not there
/// @param noAllergies the resident was asked and has none: an empty field alone says nothing
/// @param noMedicines the same for what is taken now
public record ClinicalSummary(
    String complaint,
    Map<String, BigDecimal> vitalSigns,
    String allergies,
    boolean noAllergies,
    String medicines,
    boolean noMedicines,
    @Nullable Diagnosis diagnosis) {

  public static final ClinicalSummary EMPTY =
      new ClinicalSummary("", Map.of(), "", false, "", false, null);

  public ClinicalSummary {
    complaint = complaint.strip();
    allergies = allergies.strip();
    medicines = medicines.strip();
    vitalSigns = java.util.Collections.unmodifiableMap(new TreeMap<>(vitalSigns));
  }

  public boolean allergiesAsked() {
    return noAllergies != !allergies.isEmpty();
  }

  public boolean medicinesAsked() {
    return noMedicines != !medicines.isEmpty();
  }
}
