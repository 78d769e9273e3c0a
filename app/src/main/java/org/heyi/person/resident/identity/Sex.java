package org.heyi.person.resident.identity;

import java.util.Arrays;
import java.util.Optional;

/// 性别: the codes of GB/T 2261.1-2003.
public enum Sex {
  UNKNOWN("0"),
  MALE("1"),
  FEMALE("2"),
  NOT_STATED("9");

  private final String code;

  Sex(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<Sex> find(String code) {
    return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
  }

  /// Whether both can be said of one person: what is not known disagrees with nothing.
  public boolean agreesWith(Sex other) {
    return this == other || !isStated() || !other.isStated();
  }

  private boolean isStated() {
    return this == MALE || this == FEMALE;
  }
}
