package org.heyi.platform.print;

import java.lang.Character.UnicodeBlock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.CmapSubtable;
import org.apache.fontbox.ttf.CmapTable;
import org.jspecify.annotations.Nullable;

/// The characters of a font, with the usual one first where several share a glyph.
///
/// PDFBox writes the first into the PDF as what a reader searches and copies. Sorted by number,
/// that is the Kangxi radical ⾼ for 高, and 高血压 would not be found.
final class SearchableText extends CmapSubtable {

  /// Radicals, strokes and compatibility forms: another character is meant.
  private static final Set<UnicodeBlock> STAND_INS =
      Set.of(
          UnicodeBlock.CJK_RADICALS_SUPPLEMENT,
          UnicodeBlock.KANGXI_RADICALS,
          UnicodeBlock.CJK_STROKES,
          UnicodeBlock.CJK_COMPATIBILITY_IDEOGRAPHS,
          UnicodeBlock.CJK_COMPATIBILITY_IDEOGRAPHS_SUPPLEMENT,
          UnicodeBlock.PRIVATE_USE_AREA);

  private final CmapLookup font;

  SearchableText(CmapLookup font) {
    this.font = font;
    setPlatformId(CmapTable.PLATFORM_WINDOWS);
    setPlatformEncodingId(CmapTable.ENCODING_WIN_UNICODE_FULL);
  }

  @Override
  public int getGlyphId(int codePoint) {
    return font.getGlyphId(codePoint);
  }

  @Override
  public @Nullable List<Integer> getCharCodes(int glyph) {
    var codes = font.getCharCodes(glyph);
    return codes == null || codes.size() < 2
        ? codes
        : codes.stream()
            .sorted(
                Comparator.comparing(SearchableText::isStandIn)
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
  }

  private static boolean isStandIn(int codePoint) {
    return STAND_INS.contains(
        Objects.requireNonNullElse(UnicodeBlock.of(codePoint), UnicodeBlock.BASIC_LATIN));
  }
}
