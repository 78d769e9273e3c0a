package org.heyi.person.resident.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// 公民身份号码: region, birth date, sequence and check digit in 18 characters (GB 11643-1999).
///
/// The same build has the residence permit of Hong Kong (810000), Macao (820000) and Taiwan
/// (830000) residents, and since 2023 the foreigners' permanent residence card.
public record IdCard(String number) {

  /// Regions that GB/T 2260 gives to nobody: numbers that are well-formed and belong to no one.
  /// Heyi's demonstrations and tests use them, so that an invented person never meets a real one.
  public static final String SYNTHETIC_REGION = "99";

  private static final int LENGTH = 18;
  private static final int OLD_LENGTH = 15;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_DIGITS = "10X98765432";
  private static final LocalDate EARLIEST = LocalDate.of(1800, 1, 1);

  /// The first two digits of GB/T 2260-2007: provinces, regions, municipalities.
  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "71", "81", "82", "83");

  /// Reads a number of 18 characters, or of 15 as issued until 1999, which becomes one of 18.
  public static IdCard of(String raw, LocalDate today) {
    var number = Written.number(raw);
    if (number.isEmpty()) {
      throw IdentityProblem.NUMBER_EMPTY.with();
    }
    return checked(number.length() == OLD_LENGTH ? upgraded(number) : number, today);
  }

  /// Whether it is written in the old form of 15 digits.
  static boolean isOld(String normalised) {
    return normalised.length() == OLD_LENGTH && normalised.chars().allMatch(IdCard::isDigit);
  }

  static IdCard checked(String number, LocalDate today) {
    wellFormed(number, today);
    if (!PROVINCES.contains(number.substring(0, 2)) && !number.startsWith(SYNTHETIC_REGION)) {
      throw IdentityProblem.ID_REGION.with();
    }
    return new IdCard(number);
  }

  /// Everything but the region, which the foreigners' card fills in its own way.
  static void wellFormed(String number, LocalDate today) {
    if (number.length() != LENGTH) {
      throw IdentityProblem.ID_LENGTH.with(number.codePointCount(0, number.length()));
    }
    if (!number.chars().limit(LENGTH - 1).allMatch(IdCard::isDigit)
        || !(isDigit(number.charAt(LENGTH - 1)) || number.endsWith("X"))) {
      throw IdentityProblem.ID_CHARACTER.with();
    }
    var born = birthDate(number);
    if (born == null || born.isAfter(today) || born.isBefore(EARLIEST)) {
      throw IdentityProblem.ID_BIRTH_DATE.with();
    }
    if (checkDigit(number.substring(0, LENGTH - 1)) != number.charAt(LENGTH - 1)) {
      throw IdentityProblem.ID_CHECK_DIGIT.with();
    }
  }

  /// ISO 7064 MOD 11-2 over the first 17 digits.
  public static char checkDigit(String seventeen) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (seventeen.charAt(i) - '0');
    }
    return CHECK_DIGITS.charAt(sum % 11);
  }

  /// GB 11643-1989: two digits of the year, no check digit; the sequences 996 to 999 were kept for
  /// people over a hundred, who were born in the century before.
  private static String upgraded(String old) {
    if (!isOld(old)) {
      throw IdentityProblem.ID_CHARACTER.with();
    }
    var century = Integer.parseInt(old.substring(12)) >= 996 ? "18" : "19";
    var seventeen = old.substring(0, 6) + century + old.substring(6);
    return seventeen + checkDigit(seventeen);
  }

  public LocalDate birthDate() {
    return Objects.requireNonNull(birthDate(number));
  }

  private static @Nullable LocalDate birthDate(String number) {
    try {
      return LocalDate.of(
          Integer.parseInt(number.substring(6, 10)),
          Integer.parseInt(number.substring(10, 12)),
          Integer.parseInt(number.substring(12, 14)));
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  /// The last digit of the sequence is odd for men, even for women.
  public Sex sex() {
    return (number.charAt(LENGTH - 2) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
  }

  public boolean isSynthetic() {
    return number.startsWith(SYNTHETIC_REGION);
  }

  boolean isResidencePermit() {
    return number.startsWith("81") || number.startsWith("82") || number.startsWith("83");
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  @Override
  public String toString() {
    return Masks.number(number);
  }
}
