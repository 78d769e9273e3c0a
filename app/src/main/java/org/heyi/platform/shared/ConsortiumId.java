package org.heyi.platform.shared;

/// 医共体: one consortium of an area.
///
/// A lower-case word of 2–64 characters: letters, digits, hyphens. It comes from a policy pack and
/// never changes, whatever the name does.
public record ConsortiumId(String value) {

  public ConsortiumId {
    TextIds.check("ConsortiumId", value);
  }

  public static ConsortiumId of(String value) {
    return new ConsortiumId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
