package org.heyi.platform.access.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.heyi.MovableClock;
import org.heyi.TestPhone;
import org.heyi.platform.access.AccessSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

/// Codes of authenticator apps.
class TotpTests {

  /// `12345678901234567890`, the key of RFC 6238 appendix B.
  private static final TotpSecret OF_THE_RFC = new TotpSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

  private static final Duration STEP = Duration.ofSeconds(30);

  private final MovableClock clock = new MovableClock();

  /// Appendix B, SHA-1; of its eight digits the last six.
  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:59Z, 287082",
    "2005-03-18T01:58:29Z, 081804",
    "2005-03-18T01:58:31Z, 050471",
    "2009-02-13T23:31:30Z, 005924",
    "2033-05-18T03:33:20Z, 279037",
    "2603-10-11T11:33:20Z, 353130"
  })
  void codesAreThoseOfTheRfc(Instant when, String code) {
    clock.set(when);

    assertThat(totp(1).now(OF_THE_RFC)).isEqualTo(code);
    assertThat(new TestPhone(OF_THE_RFC.base32()).code(when)).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void anyPhoneShowsWhatWeCompute(long seed) {
    var random = new SplittableRandom(seed);
    for (int run = 0; run < 500; run++) {
      var secret = TotpSecret.random(new SecureRandom());
      clock.set(Instant.ofEpochSecond(random.nextLong(4_000_000_000L)));
      assertThat(totp(1).now(secret))
          .as("seed %d run %d", seed, run)
          .isEqualTo(new TestPhone(secret.spelt()).code(clock.instant()));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, -1 1", "1, -2 2", "2, -3 3"})
  void aPhoneMayBeAsFarOffAsTheWindowIsWide(int window, String outside) {
    var totp = totp(window);
    var phone = new TestPhone(OF_THE_RFC.base32());
    var step = clock.instant().getEpochSecond() / 30;
    for (int off = -window; off <= window; off++) {
      var code = phone.code(clock.instant().plus(STEP.multipliedBy(off)));
      assertThat(totp.step(OF_THE_RFC, code)).as("%d", off).hasValue(step + off);
    }
    for (var off : outside.split(" ", -1)) {
      var code = phone.code(clock.instant().plus(STEP.multipliedBy(Integer.parseInt(off))));
      assertThat(totp.step(OF_THE_RFC, code)).as(off).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "28708", "2870820", "abcdef", "-87082", "２８７０８２"})
  void whatIsNoCodeIsNone(String typed) {
    assertThat(totp(1).step(OF_THE_RFC, typed)).isEmpty();
  }

  @Test
  void codesAreInDigitsThatPhonesShow() {
    var before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      clock.set(Instant.ofEpochSecond(59));
      assertThat(totp(1).now(OF_THE_RFC)).isEqualTo("287082");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aSecretIsReadByPhonesAndPeopleAndPrintedNowhere() {
    assertThat(OF_THE_RFC.uri("zhao.hong"))
        .isEqualTo(
            "otpauth://totp/Heyi:zhao.hong?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Heyi");
    assertThat(OF_THE_RFC.spelt()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    assertThat(OF_THE_RFC.toString()).doesNotContain("GEZD");
    assertThatThrownBy(() -> new TotpSecret("GEZDGNBV"))
        .hasMessageNotContaining("GEZD")
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// The demonstration's clock shows another day than the phones of those who try it.
  @Test
  void codesGoByTheTimeOnPhones() {
    PhoneTime phones = () -> Instant.ofEpochSecond(59);

    assertThat(totp(1, Map.of("phones", phones)).now(OF_THE_RFC)).isEqualTo("287082");
    assertThat(totp(1).now(OF_THE_RFC)).isNotEqualTo("287082");
  }

  private Totp totp(int window) {
    return totp(window, Map.of());
  }

  private Totp totp(int window, Map<String, Object> beans) {
    var settings =
        new MockEnvironment().withProperty("heyi.access.code-window", String.valueOf(window));
    return new Totp(
        Binder.get(settings).bindOrCreate("heyi.access", AccessSettings.class),
        clock,
        new StaticListableBeanFactory(beans).getBeanProvider(PhoneTime.class));
  }
}
