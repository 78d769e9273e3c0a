package org.heyi.platform.shared;

import java.util.regex.Pattern;

/// The one shape of the ids that people write into policy packs.
final class TextIds {

  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int LONGEST = 64;

  static void check(String kind, String value) {
    if (value.length() < 2 || value.length() > LONGEST || !SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("%s '%s' is not an id".formatted(kind, value));
    }
  }

  private TextIds() {}
}
