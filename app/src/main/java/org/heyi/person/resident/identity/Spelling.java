package org.heyi.person.resident.identity;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.heyi.platform.shared.Pinyin;

/// 拼音码: the ways a colleague may spell a person's name on a keyboard, a code of their own among
/// them.
public final class Spelling {

  /// Lower-case letters and digits only.
  ///
  /// @param ownCode what the user added, or empty
  public static Set<String> of(PersonName name, String ownCode) {
    var keys = new LinkedHashSet<>(Pinyin.keys(name.value()));
    keys.add(key(ownCode));
    keys.remove("");
    return keys;
  }

  /// What has been typed, as it is compared.
  public static String key(String typed) {
    return PersonName.keyOf(typed).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private Spelling() {}
}
