package org.heyi.platform.shared;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// 拼音: how a Chinese name is typed on a keyboard, to find it by.
///
/// Surnames are read as surnames (单 shàn, 曾 zēng). A character without a known reading is left out,
/// letters and digits stay.
public final class Pinyin {

  private static final Transliterator NAMES = Transliterator.getInstance("Han-Latin/Names");
  private static final Pattern TONES = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN =
      Pattern.compile("[^a-z0-9]+|(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=[a-z])");

  /// The full spelling without spaces or tones: 宁河区医院 → `ninghequyiyuan`.
  public static String full(String text) {
    return String.join("", syllables(text));
  }

  /// The first letters: 宁河区医院 → `nhqyy`. A word in Latin letters counts as one syllable.
  public static String initials(String text) {
    return initials(syllables(text));
  }

  /// Both, separated by a space, for a column to search in.
  public static String search(String text) {
    var syllables = syllables(text);
    return (String.join("", syllables) + " " + initials(syllables)).strip();
  }

  private static String initials(List<String> syllables) {
    return syllables.stream().map(it -> it.substring(0, 1)).collect(Collectors.joining());
  }

  private static List<String> syllables(String text) {
    var latin = Normalizer.normalize(NAMES.transliterate(text), Normalizer.Form.NFD);
    var plain = TONES.matcher(latin).replaceAll("").toLowerCase(Locale.ROOT);
    return BETWEEN.splitAsStream(plain.replace("'", "")).filter(it -> !it.isEmpty()).toList();
  }

  private Pinyin() {}
}
