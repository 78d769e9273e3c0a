package org.heyi.platform.shared;

import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// 拼音: how a Chinese name is typed on a keyboard, to find it by.
///
/// Each text is read twice: as a name, whose first character is a surname (单 shan, 曾 zeng, 仇 qiu, 解
/// xie), and as ordinary words (区医院 is no Mr Ou). A character without a known reading is left out;
/// letters and digits stay, those of other scripts as Latin ones.
public final class Pinyin {

  private static final List<Transliterator> READINGS =
      List.of(
          Transliterator.getInstance("Han-Latin/Names; Any-Latin; Latin-ASCII; Lower"),
          Transliterator.getInstance("Han-Latin; Any-Latin; Latin-ASCII; Lower"));

  private static final Pattern BETWEEN =
      Pattern.compile("[^a-z0-9]+|(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=[a-z])");

  /// The full spelling without spaces or tones, and the first letters, of each reading: 曾国藩 →
  /// `zengguofan`, `zgf`, `cengguofan`, `cgf`. A word in Latin letters is one syllable.
  public static Set<String> keys(String text) {
    var keys = new LinkedHashSet<String>();
    for (var reading : READINGS) {
      var syllables = syllables(reading.transliterate(text));
      keys.add(String.join("", syllables));
      keys.add(syllables.stream().map(it -> it.substring(0, 1)).collect(Collectors.joining()));
    }
    keys.remove("");
    return keys;
  }

  /// All of them, separated by spaces, for a column to search in.
  public static String search(String text) {
    return String.join(" ", keys(text));
  }

  private static List<String> syllables(String latin) {
    return Arrays.stream(BETWEEN.split(latin.replace("'", "")))
        .filter(it -> !it.isEmpty())
        .toList();
  }

  private Pinyin() {}
}
