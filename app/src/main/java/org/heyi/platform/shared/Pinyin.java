package org.heyi.platform.shared;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.regex.Pattern;

/// 拼音: how a Chinese name is typed on a keyboard, to find it by.
///
/// Surnames are read as surnames (单 shàn, 曾 zēng). A character without a known reading is left
/// out, letters and digits stay.
public final class Pinyin {

  private static final Transliterator NAMES =
      Transliterator.getInstance("Han-Latin/Names; Latin-ASCII; Lower");
  private static final Pattern SPLIT = Pattern.compile("[^a-z0-9]+");

  /// The full spelling without spaces or tones: 宁河区医院 → `ninghequyiyuan`.
  public static String full(String text) {
    return String.join("", syllables(text));
  }

  /// The first letters: 宁河区医院 → `nhqyy`. A word in Latin letters counts as one syllable.
  public static String initials(String text) {
    var initials = new StringBuilder();
    for (var syllable : syllables(text)) {
      if (!syllable.isEmpty()) {
        initials.append(syllable.charAt(0));
      }
    }
    return initials.toString();
  }

  /// Both, separated by a space, for a column to search in.
  public static String search(String text) {
    return (full(text) + " " + initials(text)).strip();
  }

  private static String[] syllables(String text) {
    var latin = NAMES.transliterate(text).toLowerCase(Locale.ROOT).replace("'", "");
    return SPLIT.split(latin.strip());
  }

  private Pinyin() {}
}
