package org.heyi.person.resident.identity;

import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// 拼音码: the ways a colleague may spell a name on a keyboard: full and by initials, with surnames
/// read as surnames (单 shan, 仇 qiu, 曾 zeng) and as ordinary words, and a code of their own.
public final class Spelling {

  private static final Transliterator AS_NAME =
      Transliterator.getInstance("Han-Latin/Names; Any-Latin; Latin-ASCII; Lower");
  private static final Transliterator AS_WORDS =
      Transliterator.getInstance("Han-Latin; Any-Latin; Latin-ASCII; Lower");

  /// Lower-case letters and digits only.
  ///
  /// @param ownCode what the user added, or empty
  public static Set<String> of(PersonName name, String ownCode) {
    var keys = new LinkedHashSet<String>();
    for (var reading : new Transliterator[] {AS_NAME, AS_WORDS}) {
      var syllables = syllables(reading, name);
      keys.add(String.join("", syllables));
      keys.add(
          Arrays.stream(syllables).map(it -> it.substring(0, 1)).collect(Collectors.joining()));
    }
    keys.add(key(ownCode));
    keys.remove("");
    return keys;
  }

  /// What has been typed, as it is compared.
  public static String key(String typed) {
    return PersonName.keyOf(typed).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /// ICU sets Han syllables apart; a character that nobody knows to read is left out.
  private static String[] syllables(Transliterator reading, PersonName name) {
    return Arrays.stream(reading.transliterate(name.value()).split("[^a-z0-9]+"))
        .filter(it -> !it.isEmpty())
        .toArray(String[]::new);
  }

  private Spelling() {}
}
