package org.heyi.platform.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// 图片重编码: a picture painted anew, so that only its pixels survive: no place, no camera, no second
/// file hidden behind the first.
final class CleanImage {

  /// @return the same format again, upright, at most [FileLimits#longestEdge()] wide or high
  static byte[] of(byte[] content, FileLimits.FileType type, FileLimits limits) {
    var sensor = decode(content, type, limits);
    int orientation = type.type().equals("image/jpeg") ? Orientation.of(content) : 1;
    return encode(paint(sensor, orientation, type, limits), type, limits);
  }

  /// The size is read from the head first: a small file may claim to be a huge picture.
  private static BufferedImage decode(byte[] content, FileLimits.FileType type, FileLimits limits) {
    ImageReader reader = ImageIO.getImageReadersByMIMEType(type.type()).next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      reader.setInput(in, true, true);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels > limits.largestPixels()) {
        throw FileProblem.TOO_MANY_PIXELS.with(limits.largestPixels() / 1_000_000);
      }
      return reader.read(0);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException damaged) {
      throw FileProblem.NOT_READABLE.with();
    } finally {
      reader.dispose();
    }
  }

  private static BufferedImage paint(
      BufferedImage sensor, int orientation, FileLimits.FileType type, FileLimits limits) {
    int width = sensor.getWidth();
    int height = sensor.getHeight();
    double scale = Math.min(1.0, (double) limits.longestEdge() / Math.max(width, height));
    boolean turned = Orientation.turnsSides(orientation);
    int outWidth = Math.max(1, (int) Math.round(scale * (turned ? height : width)));
    int outHeight = Math.max(1, (int) Math.round(scale * (turned ? width : height)));
    boolean clear = type.type().equals("image/png") && sensor.getColorModel().hasAlpha();
    var kind = clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_3BYTE_BGR;
    var painted = new BufferedImage(outWidth, outHeight, kind);
    Graphics2D brush = painted.createGraphics();
    brush.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    if (!clear) {
      brush.setColor(Color.WHITE);
      brush.fillRect(0, 0, outWidth, outHeight);
    }
    var way = AffineTransform.getScaleInstance(scale, scale);
    way.concatenate(Orientation.upright(orientation, width, height));
    brush.drawImage(sensor, way, null);
    brush.dispose();
    return painted;
  }

  private static byte[] encode(BufferedImage painted, FileLimits.FileType type, FileLimits limits) {
    ImageWriter writer = ImageIO.getImageWritersByMIMEType(type.type()).next();
    var out = new ByteArrayOutputStream();
    try (var stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      var how = writer.getDefaultWriteParam();
      if (type.type().equals("image/jpeg")) {
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(limits.jpegQualityPercent() / 100f);
      }
      writer.write(null, new IIOImage(painted, null, null), how);
    } catch (IIOException e) {
      throw FileProblem.NOT_READABLE.with();
    } catch (IOException e) {
      throw new IllegalStateException("writing into memory failed", e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private CleanImage() {}
}
