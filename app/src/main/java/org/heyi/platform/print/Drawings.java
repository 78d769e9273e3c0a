package org.heyi.platform.print;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// What is drawn and not written: `<object type="…">`.
final class Drawings implements FSObjectDrawerFactory {

  private final Map<String, FSObjectDrawer> drawers;

  Drawings(PrintFonts fonts) {
    this.drawers = Map.of("qr", new QrDrawer(), "mark", new MarkDrawer(fonts));
  }

  /// Null for an object of another type: nothing is drawn then.
  @Override
  public @Nullable FSObjectDrawer createDrawer(Element element) {
    return drawers.get(element.getAttribute("type"));
  }

  @Override
  public boolean isReplacedObject(Element element) {
    return element.getTagName().equals("object")
        && drawers.containsKey(element.getAttribute("type"));
  }
}
