package org.heyi.steering.community.accession;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// 加入方式: the closed list of AGR-05, as in `accession-modes` of P-18, and what the plan itself names
/// as members.
public enum AccessionMode {
  TWO_WAY_CHOICE,
  RELATIVE_DESIGNATION,
  CONSENSUS,
  VOLUNTARY,
  APPROVAL,
  /// The plan's own list of members.
  DESIGNATED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException when there is no such mode
  static AccessionMode of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  public static List<String> codes() {
    return Arrays.stream(values()).map(AccessionMode::code).toList();
  }
}
