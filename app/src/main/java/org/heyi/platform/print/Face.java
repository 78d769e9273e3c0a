package org.heyi.platform.print;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapSubtable;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.Resource;

/// 字体: one TrueType font, read once and put into many documents.
final class Face {

  /// What every document of ours is written with.
  private static final String USUAL = "双向转诊单高血压存根〓ABCxyz0123456789：，。（）";

  /// Names of people: extensions A, B, E and G.
  private static final String RARE = "㛃䶮𠮷𡐓𪚥𬱖𰻞";

  private static final int BOLD = 600;
  private static final int RESTRICTED = 0x2;

  private final TrueTypeFont font;
  private final CmapSubtable characters;
  private final String family;
  private final boolean bold;

  private Face(TrueTypeFont font, CmapSubtable characters) throws IOException {
    this.font = font;
    this.characters = characters;
    this.family = font.getNaming().getFontFamily();
    this.bold = font.getOS2Windows().getWeightClass() >= BOLD;
  }

  /// Empty where a PDF cannot take it, or it has no Chinese: outlines of another kind (CFF), no
  /// leave to be embedded, damage.
  static Optional<Face> read(Resource file) {
    try {
      var font =
          new TTFParser()
              .parse(RandomAccessReadBuffer.createBufferFromStream(file.getInputStream()));
      if ((font instanceof OpenTypeFont other && other.isPostScript())
          || font.getNaming() == null
          || font.getOS2Windows() == null
          || (font.getOS2Windows().getFsType() & RESTRICTED) != 0) {
        font.close();
        return Optional.empty();
      }
      // A ligature is copied as one character that nobody typed: ⸺ for two dashes.
      font.setEnableGsub(false);
      var characters = new SearchableText(font.getUnicodeCmapLookup());
      font.getCmap().setCmaps(new CmapSubtable[] {characters});
      var face = new Face(font, characters);
      return face.isUsual() || RARE.codePoints().anyMatch(face::has)
          ? Optional.of(face)
          : Optional.empty();
    } catch (IOException | RuntimeException broken) {
      return Optional.empty();
    }
  }

  boolean has(int codePoint) {
    return characters.getGlyphId(codePoint) > 0;
  }

  /// A whole document can be written in it.
  boolean isUsual() {
    return USUAL.codePoints().allMatch(this::has);
  }

  boolean isBold() {
    return bold;
  }

  boolean isBoldOf(Face regular) {
    return bold && family.equals(regular.family);
  }

  /// One character as a drawing, upwards, in units of the font's size.
  record Glyph(Shape outline, double width) {}

  Glyph glyph(int codePoint) {
    try {
      int number = characters.getGlyphId(codePoint);
      var unit =
          AffineTransform.getScaleInstance(1.0 / font.getUnitsPerEm(), 1.0 / font.getUnitsPerEm());
      var drawn = font.getGlyph().getGlyph(number);
      return new Glyph(
          drawn == null ? new Path2D.Double() : unit.createTransformedShape(drawn.getPath()),
          font.getAdvanceWidth(number) / (double) font.getUnitsPerEm());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  PDFont in(PDDocument document) throws IOException {
    return PDType0Font.load(document, font, true);
  }
}
