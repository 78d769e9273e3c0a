package org.heyi.platform.shared;

/// 区域: a city, county or district with its own policy pack.
///
/// A lower-case word of 2–64 characters: letters, digits, hyphens. It comes from a policy pack and
/// never changes, whatever the name does.
public record AreaId(String value) implements java.io.Serializable {

  public AreaId {
    TextIds.check("AreaId", value);
  }

  public static AreaId of(String value) {
    return new AreaId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
