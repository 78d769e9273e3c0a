package org.heyi.platform.print;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// Draws `<object type="mark" title="text">` across its box, light and slanting, as outlines: were
/// it text, its characters would get among those that a reader searches and copies.
final class MarkDrawer implements FSObjectDrawer {

  private static final Color LIGHT = new Color(0xE6E6E6);
  private static final double SLANT = Math.toRadians(-35);

  private final PrintFonts fonts;

  MarkDrawer(PrintFonts fonts) {
    this.fonts = fonts;
  }

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
    var outline = outline(element.getAttribute("title"));
    device.drawWithGraphics(
        (float) x,
        (float) y,
        (float) width,
        (float) height,
        to -> draw(outline, width / dotsPerPixel, height / dotsPerPixel, to));
    return null;
  }

  private static void draw(Path2D outline, double width, double height, Graphics2D to) {
    var bounds = outline.getBounds2D();
    var place = AffineTransform.getTranslateInstance(width / 2, height / 2);
    place.rotate(SLANT);
    double scale = width / bounds.getWidth();
    place.scale(scale, -scale);
    place.translate(-bounds.getCenterX(), -bounds.getCenterY());
    to.setColor(LIGHT);
    to.fill(place.createTransformedShape(outline));
  }

  /// One character after the other, one unit high.
  private Path2D outline(String text) {
    var all = new Path2D.Double();
    var at = new AffineTransform();
    text.codePoints()
        .forEach(it ->
            fonts
                .with(it)
                .map(face -> face.glyph(it))
                .ifPresent(glyph -> {
                  all.append(at.createTransformedShape(glyph.outline()), false);
                  at.translate(glyph.width(), 0);
                }));
    return all;
  }
}
