package org.heyi.person.resident.identity;

import java.util.regex.Pattern;

/// 电话号码: digits as the national numbering plan writes them (电信网编号计划, 2017), or `+` and digits for a
/// number abroad (ITU-T E.164).
public record Phone(String value) {

  private static final Pattern SHAPE =
      Pattern.compile("1[3-9][0-9]{9}|0[0-9]{9,11}|[2-9][0-9]{6,7}|\\+[1-9][0-9]{5,14}");

  public Phone {
    if (!SHAPE.matcher(value).matches()) {
      throw IdentityProblem.PHONE_SHAPE.with();
    }
  }

  public static Phone of(String raw) {
    return new Phone(normalised(raw));
  }

  /// As far as it has been typed: what a search compares with.
  public static String normalised(String raw) {
    return Written.number(raw).replaceAll("[()（）]", "").replaceFirst("^(\\+|00)86", "");
  }

  @Override
  public String toString() {
    return Masks.phone(value);
  }
}
