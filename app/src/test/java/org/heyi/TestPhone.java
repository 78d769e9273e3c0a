package org.heyi;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Somebody's authenticator app: RFC 6238 written down a second time, by its text alone, so that
/// what Heyi computes is compared with something.
///
/// @param secret in Base32, as shown on the page; blanks do not matter
public record TestPhone(String secret) {

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS_A_LETTER = 5;
  private static final int STEP_SECONDS = 30;

  static TestPhone random() {
    var random = new SecureRandom();
    return new TestPhone(
        IntStream.range(0, 32)
            .mapToObj(_ -> LETTERS.substring(random.nextInt(LETTERS.length())).substring(0, 1))
            .collect(Collectors.joining()));
  }

  public String code(Instant now) {
    return code(now.getEpochSecond() / STEP_SECONDS);
  }

  String code(long step) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key(), "RAW"));
      var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff;
      return "%06d".formatted(number % 1_000_000);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private byte[] key() {
    var letters = secret.replace(" ", "");
    var bits = BigInteger.ONE;
    for (int i = 0; i < letters.length(); i++) {
      var value = LETTERS.indexOf(letters.charAt(i));
      bits = bits.shiftLeft(BITS_A_LETTER).or(BigInteger.valueOf(value));
    }
    int bytes = letters.length() * BITS_A_LETTER / Byte.SIZE;
    var whole = bits.shiftRight(letters.length() * BITS_A_LETTER % Byte.SIZE).toByteArray();
    return Arrays.copyOfRange(whole, whole.length - bytes, whole.length);
  }
}
