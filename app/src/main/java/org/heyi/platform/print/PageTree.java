package org.heyi.platform.print;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// 版面: a document's source as a tree, in which every character has a font.
///
/// A character that nobody can draw is no empty place on paper: it becomes 〓, as printers have
/// always set it, and is remembered.
final class PageTree {

  private static final String TOKEN = "〓";

  private final PrintFonts fonts;
  private final Document document;
  private final Set<Face> faces = new LinkedHashSet<>();
  private final SortedSet<Integer> missing = new TreeSet<>();

  PageTree(byte[] source, PrintFonts fonts) {
    this.fonts = fonts;
    this.document = parse(new String(source, StandardCharsets.UTF_8));
    dress(document.getDocumentElement());
  }

  Document document() {
    return document;
  }

  /// The fonts beside the regular one that it needs.
  Set<Face> faces() {
    return faces;
  }

  SortedSet<Integer> missing() {
    return missing;
  }

  /// A sentence at the end of the document.
  void note(String text) {
    var note = document.createElement("p");
    note.setAttribute("class", "missing");
    note.setTextContent(text);
    document.getElementsByTagName("body").item(0).appendChild(note);
  }

  private Document parse(String source) {
    try {
      var factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      var clean = replaced(source, PageTree::isNoXml);
      var reader = factory.newDocumentBuilder();
      reader.setErrorHandler(new DefaultHandler());
      return reader.parse(new ByteArrayInputStream(clean.getBytes(StandardCharsets.UTF_8)));
    } catch (ParserConfigurationException | SAXException | IOException wrong) {
      throw new IllegalStateException("a template to print must be well-formed XHTML", wrong);
    }
  }

  private void dress(Node node) {
    for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Text text) {
        text.setData(replaced(text.getData(), this::isUndrawable));
      } else if (!"style".equals(child.getNodeName())) {
        dress(child);
      }
    }
  }

  private String replaced(String text, IntPredicate impossible) {
    var all = new StringBuilder(text.length());
    text.codePoints()
        .filter(it -> !isInvisible(it))
        .forEach(it -> {
          if (impossible.test(it)) {
            missing.add(it);
            all.append(TOKEN);
          } else {
            all.appendCodePoint(it);
          }
        });
    return all.toString();
  }

  private boolean isUndrawable(int codePoint) {
    if (Character.isWhitespace(codePoint)) {
      return false;
    }
    // Fonts put what they like into the private area; that it is what was meant, nobody knows.
    var face =
        Character.getType(codePoint) == Character.PRIVATE_USE
            ? Optional.<Face>empty()
            : fonts.with(codePoint);
    face.ifPresent(faces::add);
    return face.isEmpty();
  }

  /// XML 1.0, production 2: these may not stand in a document.
  private static boolean isNoXml(int codePoint) {
    return (codePoint < ' ' && "\t\n\r".indexOf(codePoint) < 0)
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)
        || codePoint == 0xFFFE
        || codePoint == 0xFFFF;
  }

  /// Joiners, marks of direction and of width: they guide a screen and say nothing.
  private static boolean isInvisible(int codePoint) {
    return Character.getType(codePoint) == Character.FORMAT;
  }
}
