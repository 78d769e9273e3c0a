package org.heyi.platform.file;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/// 文件名: the sender's name made harmless: no folder, no invisible or turning characters, and the
/// ending of what the file really is.
final class FileName {

  private static final int LONGEST = 80;

  /// Names that Windows gives to devices, whatever ending follows.
  private static final Set<String> DEVICES =
      Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "lpt1", "lpt2", "lpt3");

  static String clean(String sent, String extension) {
    var name = Normalizer.normalize(sent, Normalizer.Form.NFC);
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    name = visible(name).strip();
    int dot = name.lastIndexOf('.');
    name = dot < 0 ? name : name.substring(0, dot);
    name = name.replaceFirst("^[. ]+", "").stripTrailing();
    if (name.isEmpty()) {
      name = "file";
    }
    if (DEVICES.contains(name.toLowerCase(Locale.ROOT))) {
      name = "_" + name;
    }
    return shortened(name) + "." + extension;
  }

  private static String visible(String name) {
    var kept = new StringBuilder();
    name.codePoints()
        .forEach(it -> {
          switch (Character.getType(it)) {
            case Character.CONTROL,
                Character.FORMAT,
                Character.SURROGATE,
                Character.LINE_SEPARATOR,
                Character.PARAGRAPH_SEPARATOR -> {}
            default -> kept.appendCodePoint("<>:\"|?*".indexOf(it) < 0 ? it : '_');
          }
        });
    return kept.toString();
  }

  private static String shortened(String name) {
    int length = name.codePointCount(0, name.length());
    return length <= LONGEST ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST));
  }

  private FileName() {}
}
