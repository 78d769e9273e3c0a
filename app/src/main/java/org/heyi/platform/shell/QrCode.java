package org.heyi.platform.shell;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/// 二维码: a QR code (ISO/IEC 18004), with the light margin of four modules that the standard asks
/// for.
public final class QrCode {

  private static final int MARGIN = 4;

  private final BitMatrix matrix;

  private QrCode(BitMatrix matrix) {
    this.matrix = matrix;
  }

  public static QrCode of(String text) {
    try {
      var hints = Map.of(EncodeHintType.MARGIN, MARGIN, EncodeHintType.ERROR_CORRECTION, "M");
      return new QrCode(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints));
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException(tooLong);
    }
  }

  /// Width and height in modules.
  public int size() {
    return matrix.getWidth();
  }

  public boolean dark(int x, int y) {
    return matrix.get(x, y);
  }

  /// As the path of an SVG: one square a dark module.
  public String path() {
    var path = new StringBuilder();
    for (int y = 0; y < size(); y++) {
      for (int x = 0; x < size(); x++) {
        if (dark(x, y)) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    return path.toString();
  }
}
