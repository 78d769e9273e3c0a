package org.heyi.platform.shared;

/// 代码: a coded value and the code system it belongs to, e.g. ICD-10 or GB/T 2261.1.
///
/// @param system short name of the code system, e.g. `icd-10`
public record Code(String system, String value) {

  public Code {
    if (system.isBlank() || value.isBlank()) {
      throw new IllegalArgumentException("a code needs a system and a value");
    }
  }
}
