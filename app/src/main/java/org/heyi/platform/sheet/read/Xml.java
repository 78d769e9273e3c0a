package org.heyi.platform.sheet.read;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// 部件流: one XML part, element by element: no document type, no entity but the five of XML, no depth
/// without end.
///
/// Aalto and not the JDK's parser: that one stops at 100,000 `&amp;quot;` in a sheet (JDK-8343004),
/// and can only be told otherwise for the whole machine.
final class Xml implements AutoCloseable {

  private static final XMLInputFactory FACTORY = factory();

  private final InputStream in;
  private final XMLStreamReader reader;
  private final SheetLimits limits;
  private int depth;

  Xml(InputStream in, SheetLimits limits) throws IOException {
    this.in = in;
    this.limits = limits;
    try {
      this.reader = FACTORY.createXMLStreamReader(in);
    } catch (XMLStreamException broken) {
      throw new IOException(broken);
    }
  }

  private static XMLInputFactory factory() {
    var factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /// Goes to the next beginning or end of an element.
  ///
  /// @return false at the end of the part
  boolean next() throws IOException {
    while (true) {
      switch (step()) {
        case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT -> {
          return true;
        }
        case XMLStreamConstants.END_DOCUMENT -> {
          return false;
        }
        default -> {}
      }
    }
  }

  private int step() throws IOException {
    try {
      int event = reader.hasNext() ? reader.next() : XMLStreamConstants.END_DOCUMENT;
      switch (event) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw SheetProblem.NOT_READABLE.with();
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {}
      }
      if (depth > limits.deepestElement()) {
        throw SheetProblem.NOT_READABLE.with();
      }
      return event;
    } catch (XMLStreamException broken) {
      throw new IOException(broken);
    }
  }

  boolean begins(String name) {
    return reader.isStartElement() && name.equals(reader.getLocalName());
  }

  boolean ends(String name) {
    return reader.isEndElement() && name.equals(reader.getLocalName());
  }

  /// Empty where there is none.
  String attribute(String name) {
    var value = reader.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  /// The attribute of that name in whatever namespace, e.g. `r:id`.
  String anyAttribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (name.equals(reader.getAttributeLocalName(i))) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }

  /// The text of the element that just began, up to its end. What lies in elements within is left
  /// out.
  String text() throws IOException {
    var text = new StringBuilder();
    int own = depth;
    while (depth >= own) {
      switch (step()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (depth == own) {
            text.append(reader.getText());
          }
        }
        case XMLStreamConstants.END_DOCUMENT -> throw SheetProblem.NOT_READABLE.with();
        default -> {}
      }
      if (text.length() > limits.longestText()) {
        throw SheetProblem.NOT_READABLE.with();
      }
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
