package org.heyi.platform.file;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// 拍摄方向: how a camera was held, EXIF tag 0x0112 (CIPA DC-008, §4.6.4).
///
/// Phones store the sensor's picture and this number; once the EXIF block is gone, the picture
/// itself must stand upright.
final class Orientation {

  static final int UPRIGHT = 1;

  private static final int APP1 = 0xE1;
  private static final int START_OF_SCAN = 0xDA;
  private static final int TAG = 0x0112;
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

  /// 1–8 as EXIF counts them; 1 where nothing readable is said.
  static int of(byte[] jpeg) {
    var bytes = ByteBuffer.wrap(jpeg);
    int at = 2;
    while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
      int marker = jpeg[at + 1] & 0xFF;
      int length = bytes.getShort(at + 2) & 0xFFFF;
      if (marker == START_OF_SCAN || length < 2 || at + 2 + length > jpeg.length) {
        return UPRIGHT;
      }
      if (marker == APP1 && startsWithExif(jpeg, at + 4, length - 2)) {
        return inTiff(bytes.slice(at + 4 + EXIF.length, length - 2 - EXIF.length));
      }
      at += 2 + length;
    }
    return UPRIGHT;
  }

  /// The way from the sensor's picture to the upright one, for a picture of `width` × `height`.
  static AffineTransform upright(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }

  static boolean turnsSides(int orientation) {
    return orientation >= 5;
  }

  private static boolean startsWithExif(byte[] jpeg, int from, int length) {
    if (length < EXIF.length) {
      return false;
    }
    for (int i = 0; i < EXIF.length; i++) {
      if (jpeg[from + i] != EXIF[i]) {
        return false;
      }
    }
    return true;
  }

  private static int inTiff(ByteBuffer tiff) {
    if (tiff.capacity() < 8) {
      return UPRIGHT;
    }
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    long directory = tiff.getInt(4) & 0xFFFFFFFFL;
    if (directory + 2 > tiff.capacity()) {
      return UPRIGHT;
    }
    int entries = tiff.getShort((int) directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      long entry = directory + 2 + 12L * i;
      if (entry + 12 > tiff.capacity()) {
        return UPRIGHT;
      }
      if ((tiff.getShort((int) entry) & 0xFFFF) == TAG) {
        int value = tiff.getShort((int) entry + 8) & 0xFFFF;
        return value >= 1 && value <= 8 ? value : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  private Orientation() {}
}
