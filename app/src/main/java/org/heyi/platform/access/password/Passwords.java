package org.heyi.platform.access.password;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.heyi.platform.access.AccessSettings;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// 口令: makes and compares password hashes. A hash begins with its method's name, so that another
/// method (SM3 where 密评 asks for it) can come beside the old one.
@Component
public class Passwords {

  private static final String METHOD = "bcrypt";
  private static final String UNLIKE = "abcdefghjkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXY34679";
  private static final String SIGNS = "-+=%#";
  private static final int ONE_TIME_LENGTH = 16;

  private final SecureRandom random = new SecureRandom();
  private final PasswordEncoder encoder;
  private final String nobodys;

  Passwords(AccessSettings settings) {
    this.encoder =
        new DelegatingPasswordEncoder(
            METHOD, Map.of(METHOD, new BCryptPasswordEncoder(settings.hashStrength())));
    this.nobodys = hash(oneTime());
  }

  public String hash(String password) {
    return Objects.requireNonNull(encoder.encode(password));
  }

  /// Takes the same time whether there is a hash or not.
  public boolean matches(String password, Optional<String> hash) {
    return encoder.matches(password, hash.orElse(nobodys)) && hash.isPresent();
  }

  /// A password to be read aloud or copied once: no letters that look alike, every class of signs.
  public String oneTime() {
    var word = new StringBuilder();
    for (int i = 0; i < ONE_TIME_LENGTH - 4; i++) {
      word.append(UNLIKE.charAt(random.nextInt(UNLIKE.length())));
    }
    word.insert(4, SIGNS.charAt(random.nextInt(SIGNS.length())));
    return word.append(random.nextInt(2, 10)).append('H').append('y').toString();
  }
}
