package org.heyi.platform.file;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/// Files as phones make them and as an attacker makes them.
final class HostileFiles {

  static final String SCRIPT = "<script>alert(document.cookie)</script>";

  /// A landscape picture whose left half is red: turning it shows.
  static byte[] picture(String format, int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var brush = image.createGraphics();
    brush.setColor(Color.RED);
    brush.fillRect(0, 0, width / 2, height);
    brush.dispose();
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] joined(byte[] one, byte[] two) {
    var both = Arrays.copyOf(one, one.length + two.length);
    System.arraycopy(two, 0, both, one.length, two.length);
    return both;
  }

  /// A JPEG with an EXIF block behind its head: how the camera was held, and the place in clear.
  static byte[] photograph(byte[] jpeg, int orientation) {
    var tiff = ByteBuffer.allocate(64);
    tiff.put(text("MM")).putShort((short) 42).putInt(8);
    tiff.putShort((short) 1);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0).putInt(0);
    tiff.put(text("GPS 39.33N 117.82E"));
    var app1 = ByteBuffer.allocate(4 + 6 + 64);
    app1.put((byte) 0xFF).put((byte) 0xE1).putShort((short) (2 + 6 + 64));
    app1.put(text("Exif\0\0")).put(tiff.array());
    var head = Arrays.copyOf(jpeg, 2);
    return joined(joined(head, app1.array()), Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  /// Some hundred bytes that claim to be a picture of `side` × `side`.
  static byte[] boastfulPng(int side) {
    var png = picture("png", 1, 1);
    ByteBuffer.wrap(png).putInt(16, side).putInt(20, side);
    var crc = new CRC32();
    crc.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
    return png;
  }

  static byte[] pdf(String inside) {
    return text("%PDF-1.4\n1 0 obj\n<< /Type /Catalog " + inside + " >>\nendobj\n%%EOF\n");
  }

  private HostileFiles() {}
}
