package org.heyi.e2e;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.imageio.ImageIO;

/// Somebody's phone: reads the QR code off the screen and shows codes (TOTP, RFC 6238).
///
/// @param secret in Base32
record Phone(String secret) {

  private static final Pattern SECRET = Pattern.compile("otpauth://totp/Heyi:.*secret=([A-Z2-7]+)");
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS_A_LETTER = 5;
  private static final int STEP_SECONDS = 30;

  /// @param png of the part of the screen with the QR code
  static Phone scan(byte[] png) {
    try {
      var image = ImageIO.read(new ByteArrayInputStream(png));
      int width = image.getWidth();
      int height = image.getHeight();
      var pixels = image.getRGB(0, 0, width, height, null, 0, width);
      var source = new RGBLuminanceSource(width, height, pixels);
      var said = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
      var found = SECRET.matcher(said);
      if (!found.find()) {
        throw new AssertionError("the QR code says something else");
      }
      return new Phone(found.group(1));
    } catch (IOException | ReaderException e) {
      throw new AssertionError("the QR code cannot be read", e);
    }
  }

  String code() {
    return code(step());
  }

  /// Of the step after this one, as a phone shows whose clock is a little ahead: good as well, and
  /// not used by whoever signed in a moment ago.
  String nextCode() {
    return code(step() + 1);
  }

  static long millisToNextStep() {
    long step = STEP_SECONDS * 1000L;
    return step - Instant.now().toEpochMilli() % step;
  }

  private static long step() {
    return Instant.now().getEpochSecond() / STEP_SECONDS;
  }

  private String code(long step) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key(), "RAW"));
      var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      int offset = hash[hash.length - 1] & 0xf;
      return "%06d".formatted((ByteBuffer.wrap(hash).getInt(offset) & 0x7fff_ffff) % 1_000_000);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private byte[] key() {
    var bits = BigInteger.ONE;
    for (int i = 0; i < secret.length(); i++) {
      var value = BigInteger.valueOf(LETTERS.indexOf(secret.charAt(i)));
      bits = bits.shiftLeft(BITS_A_LETTER).or(value);
    }
    var whole = bits.toByteArray();
    int bytes = secret.length() * BITS_A_LETTER / Byte.SIZE;
    return Arrays.copyOfRange(whole, whole.length - bytes, whole.length);
  }
}
