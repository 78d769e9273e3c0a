package org.heyi.person.resident.identity;

import java.text.Normalizer;
import java.util.Locale;

/// 书写归一: how a keyboard, an input method or a copied page may have written the same thing.
final class Written {

  /// Full-width letters and digits become plain, spaces and hyphens go, letters become capitals.
  static String number(String raw) {
    var plain = Normalizer.normalize(raw, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    var kept = new StringBuilder(plain.length());
    plain
        .codePoints()
        .filter(it -> !isSpace(it) && !isInvisible(it) && it != '-' && it != '‐' && it != '–')
        .forEach(it -> kept.appendCodePoint(it == '×' || it == 'Х' ? 'X' : it));
    return kept.toString();
  }

  /// Characters that leave no ink: control, format (zero width, turning, byte order), halves.
  static boolean isInvisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> codePoint == 0x3164 || codePoint == 0x115F || codePoint == 0x1160;
    };
  }

  static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }

  private Written() {}
}
