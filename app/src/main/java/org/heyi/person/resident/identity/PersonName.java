package org.heyi.person.resident.identity;

import java.text.Normalizer;
import java.util.Locale;

/// 姓名: a person's name as their papers write it, in one form of writing (NFC).
///
/// Up to 100 characters; names of up to 50 with the separator · (U+00B7) are in use. Every Han
/// character is taken, those beyond the basic plane and private ones of older systems too (GB
/// 18030-2022, level 3).
public record PersonName(String value) {

  public static final int LONGEST = 100;

  /// Points that keyboards offer for the separator · of names.
  private static final String SEPARATORS = "・•‧∙⋅･᛫．";

  public PersonName {
    if (!value.equals(cleaned(value))) {
      throw new IllegalArgumentException("the name is not in its one form");
    }
  }

  /// The name in its one form, or why it is none. Invisible characters are refused rather than
  /// dropped unseen: the form shows [#cleaned] and asks to look again.
  public static PersonName of(String raw) {
    if (raw.strip().codePoints().anyMatch(PersonName::isHidden)) {
      throw IdentityProblem.NAME_INVISIBLE.with();
    }
    var name = cleaned(raw);
    if (keyOf(name).isEmpty()) {
      throw IdentityProblem.NAME_EMPTY.with();
    }
    if (name.codePointCount(0, name.length()) > LONGEST) {
      throw IdentityProblem.NAME_TOO_LONG.with(LONGEST);
    }
    name.codePoints()
        .filter(it -> !isWritten(it))
        .findFirst()
        .ifPresent(it -> {
          throw IdentityProblem.NAME_CHARACTER.with(Character.toString(it));
        });
    return new PersonName(name);
  }

  /// The same name without what leaves no ink, with one separator and single spaces.
  public static String cleaned(String raw) {
    var plain = new StringBuilder(raw.length());
    Normalizer.normalize(raw, Normalizer.Form.NFC)
        .codePoints()
        .forEach(it -> {
          if (Written.isSpace(it)) {
            plain.append(' ');
          } else if (SEPARATORS.indexOf(it) >= 0) {
            plain.append('·');
          } else if (!Written.isInvisible(it)) {
            plain.append(unified(it));
          }
        });
    return plain.toString().replaceAll(" +", " ").replaceAll(" ?· ?", "·").strip();
  }

  /// What two ways to write one name have in common; search and comparison use it.
  public String key() {
    return keyOf(value);
  }

  public static String keyOf(String text) {
    return cleaned(text).toLowerCase(Locale.ROOT).replaceAll("[ ·'’.-]", "");
  }

  public boolean sameAs(PersonName other) {
    return key().equals(other.key());
  }

  /// Full-width letters and Kangxi radicals (they come out of copied PDF text) become what they
  /// stand for.
  private static String unified(int codePoint) {
    boolean lookalike =
        (codePoint >= 0xFF01 && codePoint <= 0xFF5E)
            || (codePoint >= 0x2E80 && codePoint <= 0x2FD5);
    var same = Character.toString(codePoint);
    return lookalike ? Normalizer.normalize(same, Normalizer.Form.NFKC) : same;
  }

  private static boolean isHidden(int codePoint) {
    return Written.isInvisible(codePoint) && !Character.isWhitespace(codePoint);
  }

  private static boolean isWritten(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || " ·-'’.〇".indexOf(codePoint) >= 0
        || isMark(codePoint)
        || Character.getType(codePoint) == Character.PRIVATE_USE
        || isHanPlane(codePoint);
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /// Planes 2 and 3 hold Han characters only; the newest are younger than the Java in use.
  private static boolean isHanPlane(int codePoint) {
    return codePoint >= 0x20000 && codePoint <= 0x3FFFD;
  }

  @Override
  public String toString() {
    return "PersonName";
  }
}
