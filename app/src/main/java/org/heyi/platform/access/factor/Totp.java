package org.heyi.platform.access.factor;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Locale;
import java.util.OptionalLong;
import org.heyi.platform.access.AccessSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// 动态验证码: codes of six digits, another one every 30 seconds (RFC 6238; figures of section 4.1 and
/// RFC 4226 section 5.3, the only ones that every authenticator app can do).
@Component
public class Totp {

  private static final long STEP_SECONDS = 30;
  private static final int DIGITS = 6;

  private final HmacOneTimePasswordGenerator generator = new HmacOneTimePasswordGenerator(DIGITS);
  private final PhoneTime time;
  private final int window;

  Totp(AccessSettings settings, Clock clock, ObjectProvider<PhoneTime> other) {
    this.time = other.getIfAvailable(() -> clock::instant);
    this.window = settings.codeWindow();
  }

  /// What a phone with that secret shows now.
  public String now(TotpSecret secret) {
    return code(secret, step());
  }

  /// The step of which this is the code, as far from now as clocks may be apart; empty when it is a
  /// code of none.
  OptionalLong step(TotpSecret secret, String code) {
    var step = step();
    for (long near = step - window; near <= step + window; near++) {
      if (same(code(secret, near), code)) {
        return OptionalLong.of(near);
      }
    }
    return OptionalLong.empty();
  }

  private long step() {
    return time.now().getEpochSecond() / STEP_SECONDS;
  }

  /// Some languages have digits of their own; phones show these.
  private String code(TotpSecret secret, long step) {
    try {
      return generator.generateOneTimePasswordString(secret.key(), step, Locale.ROOT);
    } catch (InvalidKeyException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /// In a time that says nothing of how much was right.
  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
