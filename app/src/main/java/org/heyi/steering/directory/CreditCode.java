package org.heyi.steering.directory;

import java.util.regex.Pattern;

/// 统一社会信用代码 (GB 32100-2015): registering authority 1, category 1, region 6, body 9 and a check
/// digit. Letters I, O, S, V, Z do not occur.
public record CreditCode(String value) {

  private static final String DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final Pattern SHAPE = Pattern.compile("[" + DIGITS + "]{18}");

  public CreditCode {
    if (!isValid(value)) {
      throw new IllegalArgumentException("no unified social credit code");
    }
  }

  public static CreditCode of(String value) {
    return new CreditCode(value);
  }

  /// Whether the text has the shape and its check digit is right.
  public static boolean isValid(String text) {
    return SHAPE.matcher(text).matches() && text.charAt(17) == checkDigit(text.substring(0, 17));
  }

  /// The 18th character for the first 17: 31 less the weighted sum modulo 31 (annex A).
  ///
  /// @throws IllegalArgumentException when a character cannot occur
  static char checkDigit(String body) {
    var sum = 0;
    for (var i = 0; i < WEIGHTS.length; i++) {
      var digit = DIGITS.indexOf(body.charAt(i));
      if (digit < 0) {
        throw new IllegalArgumentException("no digit of GB 32100: " + body.charAt(i));
      }
      sum += digit * WEIGHTS[i];
    }
    return DIGITS.charAt((DIGITS.length() - sum % DIGITS.length()) % DIGITS.length());
  }

  @Override
  public String toString() {
    return value;
  }
}
