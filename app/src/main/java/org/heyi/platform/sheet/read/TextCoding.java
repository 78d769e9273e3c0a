package org.heyi.platform.sheet.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// 文字编码: UTF-8 as systems write it, UTF-16 as Excel's "Unicode text", GB 18030 as Chinese Excel's
/// CSV.
final class TextCoding {

  private static final Charset GB18030 = Charset.forName("GB18030");

  /// Bytes that are valid UTF-8 are hardly ever meant as GB 18030; the other way round often.
  static String decode(byte[] content) {
    if (SheetFile.startsWith(content, 0xEF, 0xBB, 0xBF)) {
      return strictly(content, 3, StandardCharsets.UTF_8).orElseThrow(TextCoding::none);
    }
    if (SheetFile.startsWith(content, 0xFF, 0xFE)) {
      return strictly(content, 2, StandardCharsets.UTF_16LE).orElseThrow(TextCoding::none);
    }
    if (SheetFile.startsWith(content, 0xFE, 0xFF)) {
      return strictly(content, 2, StandardCharsets.UTF_16BE).orElseThrow(TextCoding::none);
    }
    return strictly(content, 0, StandardCharsets.UTF_8)
        .or(() -> strictly(content, 0, GB18030))
        .orElseThrow(TextCoding::none);
  }

  private static RuntimeException none() {
    return SheetProblem.NOT_A_TABLE.with();
  }

  /// Empty when the bytes are not of that coding, or are no text: text has no control characters.
  private static Optional<String> strictly(byte[] content, int from, Charset coding) {
    try {
      var text =
          coding
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content, from, content.length - from))
              .toString();
      return text.chars().anyMatch(TextCoding::isControl) ? Optional.empty() : Optional.of(text);
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }

  private static boolean isControl(int character) {
    return character < ' ' && character != '\t' && character != '\n' && character != '\r';
  }

  private TextCoding() {}
}
