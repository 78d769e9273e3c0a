package org.heyi.person.resident;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.heyi.person.resident.identity.IdCard;
import org.heyi.person.resident.identity.PersonName;
import org.heyi.person.resident.identity.Phone;
import org.heyi.person.resident.identity.Sex;
import org.heyi.person.resident.identity.Spelling;
import org.jspecify.annotations.Nullable;

/// 自然人: checked particulars: nothing in them is unreadable, and they agree with the ID number.
record Person(
    PersonName name,
    Sex sex,
    LocalDate birthDate,
    boolean birthEstimated,
    String phone,
    String address,
    String residence,
    String ownCode) {

  private static final int LONGEST_ADDRESS = 200;
  private static final int LONGEST_CODE = 20;

  /// @param card what the person's ID number says, if there is one
  /// @param unread a number was typed that cannot be read: what it would tell is not asked for
  static @Nullable Person check(
      Particulars typed,
      Optional<IdCard> card,
      boolean unread,
      ResidentRules rules,
      LocalDate today,
      Checking checking) {
    var name = checking.read("name", () -> PersonName.of(typed.name()));
    var birthDate = birthDate(typed.birthDate(), card, unread, today, checking);
    var sex = sex(typed.sex(), card, unread, checking);
    var phone = phone("phone", typed.phone(), checking);
    checking.oneOf("residence", typed.residence(), rules.residences());
    checking.notLonger("address", typed.address(), LONGEST_ADDRESS);
    checking.notLonger("own-code", typed.ownCode(), LONGEST_CODE);
    if (name == null || birthDate == null || sex == null || phone == null) {
      return null;
    }
    return new Person(
        name,
        sex,
        birthDate,
        typed.birthEstimated() && card.isEmpty(),
        phone,
        typed.address().strip(),
        typed.residence(),
        typed.ownCode().strip());
  }

  /// An empty phone stays empty: not everybody has one.
  static @Nullable String phone(String field, String typed, Checking checking) {
    if (typed.isBlank()) {
      return "";
    }
    var phone = checking.read(field, () -> Phone.of(typed));
    return phone == null ? null : phone.value();
  }

  private static @Nullable LocalDate birthDate(
      @Nullable LocalDate typed,
      Optional<IdCard> card,
      boolean unread,
      LocalDate today,
      Checking checking) {
    var numbered = card.map(IdCard::birthDate).orElse(null);
    if (typed == null && numbered == null && !unread) {
      checking.refuse("birth-date", ResidentProblem.BIRTH_DATE_MISSING);
    } else if (typed != null && numbered != null && !typed.equals(numbered)) {
      checking.refuse("birth-date", ResidentProblem.BIRTH_DATE_DISAGREES, typed);
    } else if (typed != null && (typed.isAfter(today) || typed.isBefore(today.minusYears(150)))) {
      checking.refuse("birth-date", ResidentProblem.BIRTH_DATE_IMPOSSIBLE);
    }
    return typed == null ? numbered : typed;
  }

  private static @Nullable Sex sex(
      @Nullable Sex typed, Optional<IdCard> card, boolean unread, Checking checking) {
    var numbered = card.map(IdCard::sex).orElse(null);
    if (typed == null && numbered == null && !unread) {
      checking.refuse("sex", ResidentProblem.SEX_MISSING);
    } else if (typed != null && numbered != null && !typed.agreesWith(numbered)) {
      checking.refuse("sex", ResidentProblem.SEX_DISAGREES);
    }
    return typed == null ? numbered : typed;
  }

  Set<String> spellings() {
    return Spelling.of(name, ownCode);
  }

  @Override
  public String toString() {
    return "Person";
  }
}
