package org.heyi.steering.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTests {

  private static final String DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /// The example of GB 32100-2015, annex A, and codes that anybody can look up.
  @ParameterizedTest
  @ValueSource(strings = {"91350100M000100Y43", "91110000802100433B", "91440300708461136T"})
  void knowsRightCodes(String code) {
    assertThat(CreditCode.isValid(code)).isTrue();
    assertThat(CreditCode.of(code).value()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "91350100M000100Y44",
        "91350100M000100Y4",
        "91350100M000100Y433",
        "91350100m000100y43",
        "91350100M00010OY43",
        "",
        "                  "
      })
  void refusesWrongCodes(String code) {
    assertThat(CreditCode.isValid(code)).isFalse();
    assertThatThrownBy(() -> CreditCode.of(code)).isInstanceOf(IllegalArgumentException.class);
  }

  /// Every single wrong character is noticed: 31 is a prime and no weight is a multiple of it.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void noticesEveryWrongCharacter(long seed) {
    var random = new SplittableRandom(seed);
    for (var run = 0; run < 200; run++) {
      var body = new StringBuilder();
      random.ints(17, 0, 31).forEach(it -> body.append(DIGITS.charAt(it)));
      var code = body.toString() + CreditCode.checkDigit(body.toString());
      assertThat(CreditCode.isValid(code)).as("seed %d: %s", seed, code).isTrue();
      var at = random.nextInt(18);
      var other = DIGITS.charAt((DIGITS.indexOf(code.charAt(at)) + 1 + random.nextInt(30)) % 31);
      var wrong = code.substring(0, at) + other + code.substring(at + 1);
      assertThat(CreditCode.isValid(wrong)).as("seed %d: %s", seed, wrong).isFalse();
    }
  }

  @Test
  void aStrangeDigitHasNoCheckDigit() {
    assertThatThrownBy(() -> CreditCode.checkDigit("91350100M000100YI"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
