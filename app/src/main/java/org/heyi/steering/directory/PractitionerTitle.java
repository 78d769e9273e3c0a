package org.heyi.steering.directory;

import java.util.Locale;

/// 职称: the professional title of a practitioner.
public enum PractitionerTitle {
  CHIEF_PHYSICIAN,
  ASSOCIATE_CHIEF_PHYSICIAN,
  ATTENDING_PHYSICIAN,
  RESIDENT_PHYSICIAN,
  ASSISTANT_PHYSICIAN,
  VILLAGE_DOCTOR,
  NURSE,
  PHARMACIST,
  TECHNICIAN;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static PractitionerTitle of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
