package org.heyi.person.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.heyi.TestResidents;
import org.heyi.person.resident.RegisterResident.Consent;
import org.heyi.person.resident.RegisterResident.Contact;
import org.heyi.person.resident.RegisterResident.Giver;
import org.heyi.person.resident.identity.IdentifierSystem;
import org.heyi.person.resident.identity.Sex;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NewcomerTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final ResidentRules RULES = ResidentRules.load();
  private static final String NUMBER = "11010519491231002X";
  private static final Consent SELF = new Consent(Giver.SELF, "");
  private static final Contact DAUGHTER = new Contact("李四", "3", "13812341234");

  @Test
  void theNumberTellsBirthDateAndSex() {
    var newcomer = Newcomer.of(command(person(null, null), NUMBER, "", SELF), TODAY, RULES);

    assertThat(newcomer.person().birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
    assertThat(newcomer.person().sex()).isEqualTo(Sex.FEMALE);
  }

  @Test
  void saysWhichFieldDisagreesWithTheNumber() {
    var born = LocalDate.of(1949, 12, 30);

    assertThat(problems(command(person(Sex.FEMALE, born), NUMBER, "", SELF)))
        .containsExactly("birth-date resident.birth-date-disagrees");
    assertThat(problems(command(person(Sex.MALE, null), NUMBER, "", SELF)))
        .containsExactly("sex resident.sex-disagrees");
    assertThat(problems(command(person(Sex.NOT_STATED, born.plusDays(1)), NUMBER, "", SELF)))
        .isEmpty();
  }

  @Test
  void saysEverythingThatIsWrongAtOnce() {
    var person = new Particulars("张\u200B三", null, null, false, "12", "", "nowhere", "");
    var command =
        new RegisterResident(
            person,
            IdentifierSystem.ID_CARD,
            "",
            "",
            null,
            List.of(new Contact("", "x", "1")),
            new Consent(null, ""),
            false);

    assertThat(problems(command))
        .containsExactlyInAnyOrder(
            "number resident.number-or-reason",
            "name resident.name-invisible",
            "birth-date resident.birth-date-missing",
            "sex resident.sex-missing",
            "phone resident.phone-shape",
            "residence resident.not-in-list",
            "contact-name resident.name-empty",
            "contact-phone resident.phone-shape",
            "contact-relation resident.not-in-list",
            "consent resident.consent-missing");
  }

  /// Birth date and sex come with the number: who mistyped it is not asked for them.
  @Test
  void aMistypedNumberIsTheOnlyThingSaid() {
    assertThat(problems(command(person(null, null), "110105194912310021", "", SELF)))
        .containsExactly("number resident.id-check-digit");
  }

  @Test
  void aChildNeedsAGuardianAndSomebodyToCall() {
    var child = person(Sex.MALE, TODAY.minusYears(14).plusDays(1));
    var grown = person(Sex.MALE, TODAY.minusYears(14));

    assertThat(problems(command(child, "", "newborn", SELF)))
        .containsExactlyInAnyOrder(
            "consent resident.guardian-needed", "contact-name resident.guardian-needed");
    assertThat(problems(command(child, "", "newborn", new Consent(Giver.GUARDIAN, "李四"), DAUGHTER)))
        .isEmpty();
    assertThat(problems(command(grown, "", "lost", SELF))).isEmpty();
  }

  @Test
  void inAnEmergencyNobodyNeedsToBeAsked() {
    var stranger = person(Sex.UNKNOWN, TODAY.minusYears(40));

    assertThat(
            problems(command(stranger, "", "unknown-person", new Consent(Giver.NOT_POSSIBLE, ""))))
        .isEmpty();
  }

  @Test
  void aGuardianHasAName() {
    assertThat(problems(command(person(null, null), NUMBER, "", new Consent(Giver.GUARDIAN, " "))))
        .containsExactly("guardian resident.guardian-not-named");
    assertThat(problems(command(person(null, null), NUMBER, "", new Consent(Giver.SELF, "李四"))))
        .containsExactly("guardian resident.guardian-not-named");
  }

  @Test
  void nobodyIsBornTomorrow() {
    assertThat(problems(command(person(Sex.MALE, TODAY.plusDays(1)), "", "lost", SELF)))
        .contains("birth-date resident.birth-date-impossible");
    assertThat(problems(command(person(Sex.MALE, TODAY.minusYears(151)), "", "lost", SELF)))
        .contains("birth-date resident.birth-date-impossible");
  }

  @Test
  void keepsTheOldNumberBesideTheNewOne() {
    var newcomer =
        Newcomer.of(command(person(null, null), "110105491231002", "", SELF), TODAY, RULES);

    assertThat(newcomer.numbers())
        .extracting(it -> it.system())
        .containsExactly(IdentifierSystem.ID_CARD, IdentifierSystem.OLD_ID_CARD);
  }

  @Test
  void aRegionOfNobodyMarksThePersonAsMadeUp() {
    assertThat(Newcomer.of(command(person(null, null), NUMBER, "", SELF), TODAY, RULES).synthetic())
        .isFalse();
    assertThat(
            Newcomer.of(command(person(null, null), TestResidents.number(), "", SELF), TODAY, RULES)
                .synthetic())
        .isTrue();
  }

  /// A desk that only looks may not change; who does not look does nothing.
  @Test
  void actionsFollowTheDutiesThatReach() {
    assertThat(ResidentActions.of(Set.of())).isEmpty();
    assertThat(ResidentActions.of(Set.of(ResidentDuty.REGISTER))).isEmpty();
    assertThat(ResidentActions.of(Set.of(ResidentDuty.VIEW))).containsExactly(ResidentAction.PRINT);
    assertThat(ResidentActions.of(Set.of(ResidentDuty.values())))
        .containsExactlyInAnyOrder(ResidentAction.values());
  }

  private static Particulars person(@Nullable Sex sex, @Nullable LocalDate born) {
    return new Particulars("张三", sex, born, false, "", "", "household-here", "");
  }

  private static RegisterResident command(
      Particulars person, String number, String reason, Consent consent, Contact... contacts) {
    return new RegisterResident(
        person, IdentifierSystem.ID_CARD, number, reason, null, List.of(contacts), consent, false);
  }

  private static List<String> problems(RegisterResident command) {
    var checking = new Checking();
    Newcomer.check(command, TODAY, RULES, checking);
    return checking.problems().stream().map(it -> it.field() + " " + it.problem().code()).toList();
  }
}
