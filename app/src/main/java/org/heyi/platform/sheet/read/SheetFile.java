package org.heyi.platform.sheet.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.heyi.platform.shared.ProblemException;

/// 来文: a file that somebody sent as a table. What it is says its content, never its name.
public final class SheetFile {

  private static final int[] ZIP = {'P', 'K', 3, 4};
  private static final int[] COMPOUND = {0xD0, 0xCF, 0x11, 0xE0};
  private static final int[] PDF = {'%', 'P', 'D', 'F'};
  private static final int HEAD = 2048;

  /// @throws ProblemException why it is none that can be read
  public static Table read(byte[] content, SheetLimits limits) {
    if (content.length == 0) {
      throw SheetProblem.EMPTY.with();
    }
    if (content.length > limits.largestBytes()) {
      throw SheetProblem.TOO_LARGE.with(limits.largestMegabytes());
    }
    var table = startsWith(content, ZIP) ? workbook(content, limits) : text(content, limits);
    if (table.lines().size() < 2) {
      throw SheetProblem.NO_ROWS.with();
    }
    return table;
  }

  /// Whatever a broken file makes a parser stumble over, it is a broken file.
  private static Table workbook(byte[] content, SheetLimits limits) {
    try (var parts = new Parts(content, limits)) {
      return new Workbook(parts, limits).table();
    } catch (ProblemException refused) {
      throw refused;
    } catch (IOException | RuntimeException broken) {
      throw SheetProblem.NOT_READABLE.with();
    }
  }

  private static Table text(byte[] content, SheetLimits limits) {
    if (startsWith(content, COMPOUND)) {
      throw isEncrypted(content) ? SheetProblem.LOCKED.with() : SheetProblem.OLD_FORMAT.with();
    }
    if (startsWith(content, PDF) || isMarkup(content)) {
      throw SheetProblem.NOT_A_TABLE.with();
    }
    return new Table(false, Csv.read(TextCoding.decode(content), limits));
  }

  /// A workbook with a password is a compound document with a stream of this name.
  private static boolean isEncrypted(byte[] content) {
    var name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    return new String(content, StandardCharsets.ISO_8859_1)
        .contains(new String(name, StandardCharsets.ISO_8859_1));
  }

  /// Old programs write HTML or XML and call it .xls.
  private static boolean isMarkup(byte[] content) {
    var head = new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.ISO_8859_1);
    var begin = head.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading();
    return begin.toLowerCase(Locale.ROOT).matches("(?s)<(!doctype|html|table|\\?xml|\\?mso).*");
  }

  static boolean startsWith(byte[] content, int... signature) {
    if (content.length < signature.length) {
      return false;
    }
    for (int i = 0; i < signature.length; i++) {
      if ((content[i] & 0xFF) != signature[i]) {
        return false;
      }
    }
    return true;
  }

  private SheetFile() {}
}
