package org.heyi.platform.shared;

import java.util.Optional;

/// 机构: a hospital, health centre, clinic or government department.
///
/// A lower-case word of 2–64 characters: letters, digits, hyphens. It comes from a policy pack and
/// never changes, whatever the name does.
public record InstitutionId(String value) implements java.io.Serializable {

  public InstitutionId {
    TextIds.check("InstitutionId", value);
  }

  public static InstitutionId of(String value) {
    return new InstitutionId(value);
  }

  /// Empty when the text is no such id: paths and messages hold whatever somebody typed.
  public static Optional<InstitutionId> find(String typed) {
    try {
      return Optional.of(of(typed));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
