package org.heyi.steering.directory.jurisdiction;

import java.util.regex.Pattern;

/// 政区编号: an area's own id, `city.` and the id of a city, or a UUID made of a place's name and what
/// stands above it.
public record PlaceId(String value) {

  private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+([-.][a-z0-9]+)*");
  private static final String CITY = "city.";
  private static final int LONGEST = 80;

  public PlaceId {
    if (value.length() > LONGEST || !SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("PlaceId '%s' is not an id".formatted(value));
    }
  }

  public static PlaceId of(String value) {
    return new PlaceId(value);
  }

  static PlaceId ofCity(String city) {
    return new PlaceId(CITY + city);
  }

  /// A city that areas belong to, being none itself.
  boolean isCity() {
    return value.startsWith(CITY);
  }

  @Override
  public String toString() {
    return value;
  }
}
