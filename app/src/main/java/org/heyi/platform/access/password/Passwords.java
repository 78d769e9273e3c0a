package org.heyi.platform.access.password;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.heyi.platform.access.AccessSettings;
import org.springframework.security.crypto.bcrypt.BCrypt;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// 口令: makes and compares password hashes. A hash begins with its method's name, so that another
/// method (SM3 where 密评 asks for it) can come beside the old one.
@Component
public class Passwords {

  /// Instead of a hash: nobody has given this account a password yet, and none opens it.
  public static final String NONE = "{none}";

  private static final String METHOD = "bcrypt";
  private static final String UNLIKE = "abcdefghjkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXY34679";
  private static final String SIGNS = "-+=%#";
  private static final String MAC = "HmacSHA256";
  private static final int ONE_TIME_LENGTH = 16;
  private static final int SECRET_LENGTH = 40;
  private static final int DIGEST_LENGTH = 31;

  /// The lowest of bcrypt: what no dictionary holds and nobody chose needs no slow hash.
  private static final int MADE_UP_STRENGTH = 4;

  private final SecretKeySpec secret = secret();
  private final PasswordEncoder encoder;
  private final PasswordEncoder quick;
  private final String nobodys;
  private final String costly;

  Passwords(AccessSettings settings) {
    this.encoder = encoder(settings.hashStrength());
    this.quick = encoder(MADE_UP_STRENGTH);
    this.nobodys = nobodys(settings.hashStrength());
    this.costly = nobodys.substring(0, nobodys.lastIndexOf('$') + 1);
  }

  private static PasswordEncoder encoder(int strength) {
    return new DelegatingPasswordEncoder(
        METHOD, Map.of(METHOD, new BCryptPasswordEncoder(strength)));
  }

  /// As costly to compare as any other, and of no password that anybody knows. Put together instead
  /// of hashed, as hashing would hold up each start.
  static String nobodys(int strength) {
    return "{" + METHOD + "}" + BCrypt.gensalt(strength) + ".".repeat(DIGEST_LENGTH);
  }

  public String hash(String password) {
    return Objects.requireNonNull(encoder.encode(password));
  }

  /// For a password of [#oneTime], of some 70 bits: thousands are made in one import.
  public String hashOfMadeUp(String password) {
    return Objects.requireNonNull(quick.encode(password));
  }

  /// Whether a made-up password is still the one of that hash, for who made it.
  public boolean isStill(String madeUp, String hash) {
    return quick.matches(madeUp, hash);
  }

  /// Takes the same time whether there is a hash or not, and whichever it is.
  public boolean matches(String password, Optional<String> hash) {
    var given = hash.filter(it -> !it.equals(NONE));
    var right = encoder.matches(password, given.orElse(nobodys));
    if (given.filter(it -> !it.startsWith(costly)).isPresent()) {
      encoder.matches(password, nobodys);
    }
    return right && given.isPresent();
  }

  /// A password to be read aloud or copied once: no letters that look alike, every class of signs.
  ///
  /// The same occasion gives the same password while this process lives, so that nobody has to keep
  /// it; without this process's secret nobody can tell it.
  public String oneTime(String occasion) {
    var dice = new Dice(new BigInteger(1, mac(occasion)));
    var word = new StringBuilder();
    for (int i = 0; i < ONE_TIME_LENGTH - 4; i++) {
      word.append(UNLIKE.charAt(dice.roll(UNLIKE.length())));
    }
    word.insert(4, SIGNS.charAt(dice.roll(SIGNS.length())));
    return word.append(2 + dice.roll(8)).append('H').append('y').toString();
  }

  /// The same for a program: longer, and letters only, as OAuth 2 has it encoded for addresses (RFC
  /// 6749 2.3.1), which many forget.
  public String secret(String occasion) {
    var dice = new Dice(new BigInteger(1, mac(occasion)));
    var word = new StringBuilder();
    for (int i = 0; i < SECRET_LENGTH; i++) {
      word.append(UNLIKE.charAt(dice.roll(UNLIKE.length())));
    }
    return word.toString();
  }

  private byte[] mac(String occasion) {
    try {
      var mac = Mac.getInstance(MAC);
      mac.init(secret);
      return mac.doFinal(occasion.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static SecretKeySpec secret() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return new SecretKeySpec(bytes, MAC);
  }

  /// Takes one number after the other out of a large one.
  private static final class Dice {

    private BigInteger rest;

    private Dice(BigInteger rest) {
      this.rest = rest;
    }

    private int roll(int sides) {
      var parts = rest.divideAndRemainder(BigInteger.valueOf(sides));
      rest = parts[0];
      return parts[1].intValue();
    }
  }
}
