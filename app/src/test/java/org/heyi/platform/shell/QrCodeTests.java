package org.heyi.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is drawn is what was said: it is painted from the path alone and read by a reader.
class QrCodeTests {

  private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
  private static final int PIXELS = 6;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "otpauth://totp/Heyi:a.b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Heyi",
        "otpauth://totp/Heyi:zhao.hong-of-the-county-hospital_2026xyz?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Heyi"
      })
  void aReaderReadsIt(String text) throws Exception {
    var drawn = QrCode.of(text);
    int width = drawn.size() * PIXELS;
    var pixels = new int[width * width];
    Arrays.fill(pixels, 0xffffff);
    MODULE
        .matcher(drawn.path())
        .results()
        .forEach(it ->
            paint(pixels, width, Integer.parseInt(it.group(1)), Integer.parseInt(it.group(2))));

    assertThat(MODULE.matcher(drawn.path()).replaceAll("")).isEmpty();
    var bitmap =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, pixels)));
    assertThat(new QRCodeReader().decode(bitmap).getText()).isEqualTo(text);
  }

  private static void paint(int[] pixels, int width, int x, int y) {
    for (int row = 0; row < PIXELS; row++) {
      int from = (y * PIXELS + row) * width + x * PIXELS;
      Arrays.fill(pixels, from, from + PIXELS, 0);
    }
  }
}
