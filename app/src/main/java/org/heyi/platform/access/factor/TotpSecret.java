package org.heyi.platform.access.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/// 验证器密钥: what Heyi and somebody's phone share, and codes are computed from.
///
/// @param base32 as authenticator apps write it (RFC 4648, without padding)
public record TotpSecret(String base32) {

  /// 160 bits: RFC 4226 section 4, R6.
  private static final int BYTES = 20;

  private static final Pattern FORM = Pattern.compile("[A-Z2-7]{32}");
  private static final Pattern GROUP = Pattern.compile("(?<=\\G.{4})(?=.)");

  public TotpSecret {
    if (!FORM.matcher(base32).matches()) {
      throw new IllegalArgumentException("not a secret of 160 bits in Base32");
    }
  }

  static TotpSecret random(SecureRandom random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new TotpSecret(new Base32().encodeToString(bytes));
  }

  Key key() {
    return new SecretKeySpec(new Base32().decode(base32), "RAW");
  }

  /// In groups of four, to be typed.
  public String spelt() {
    return GROUP.matcher(base32).replaceAll(" ");
  }

  /// What the QR code says, in the form of Google Authenticator's "Key URI Format", which the
  /// others read too. What it leaves out is as in RFC 6238: SHA-1, six digits, 30 seconds.
  public String uri(String login) {
    return "otpauth://totp/Heyi:%s?secret=%s&issuer=Heyi"
        .formatted(URLEncoder.encode(login, StandardCharsets.UTF_8), base32);
  }

  /// A record would print its parts.
  @Override
  public String toString() {
    return "TotpSecret";
  }
}
