package org.heyi.platform.print;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.heyi.platform.shell.QrCode;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// Draws `<object type="qr" title="text">` as a QR code, of lines and not of dots.
final class QrDrawer implements FSObjectDrawer {

  @Override
  public @Nullable Map<Shape, String> drawObject(
      Element element,
      double x,
      double y,
      double width,
      double height,
      OutputDevice device,
      RenderingContext context,
      int dotsPerPixel) {
    var code = QrCode.of(element.getAttribute("title"));
    float side = (float) width / dotsPerPixel;
    device.drawWithGraphics(
        (float) x, (float) y, (float) width, (float) height, to -> draw(code, side, to));
    return null;
  }

  private static void draw(QrCode code, float side, Graphics2D to) {
    to.setColor(Color.BLACK);
    float module = side / code.size();
    for (int y = 0; y < code.size(); y++) {
      for (int x = 0; x < code.size(); x++) {
        if (code.dark(x, y)) {
          to.fill(new Rectangle2D.Float(x * module, y * module, module, module));
        }
      }
    }
  }
}
