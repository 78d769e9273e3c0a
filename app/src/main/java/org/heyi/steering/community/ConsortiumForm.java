package org.heyi.steering.community;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// 医联体形式: the closed list of GOV-01. In packs and tables it is written in small letters.
public enum ConsortiumForm {
  TIGHT_COUNTY(Mode.COUNTY),
  LOOSE_COUNTY(Mode.COUNTY),
  MEDICAL_ALLIANCE(Mode.ALLIANCE),
  TELEMEDICINE_NETWORK(Mode.NETWORK),
  VOLUNTARY_PRIVATE(Mode.VOLUNTARY),
  COUNTY_WITH_GRIDS(Mode.GRIDS),
  TIGHT_URBAN(Mode.URBAN),
  /// A consortium inside another of which the plan says no more than that (GOV-05).
  REGIONAL(Mode.REGIONAL);

  /// 模式: tight and loose are two forms of one mode (瓦房店 四: three modes).
  enum Mode {
    COUNTY,
    ALLIANCE,
    NETWORK,
    VOLUNTARY,
    GRIDS,
    URBAN,
    REGIONAL
  }

  private final Mode mode;

  ConsortiumForm(Mode mode) {
    this.mode = mode;
  }

  Mode mode() {
    return mode;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// @throws IllegalArgumentException when there is no such form
  public static ConsortiumForm of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(ConsortiumForm::code).toList();
  }
}
