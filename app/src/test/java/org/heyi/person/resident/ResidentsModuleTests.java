package org.heyi.person.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.Satisfies;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.person.resident.identity.IdCard;
import org.heyi.person.resident.identity.IdentifierSystem;
import org.heyi.person.resident.identity.Sex;
import org.heyi.platform.access.Relationships;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HeyiTest
class ResidentsModuleTests {

  @Autowired Residents residents;
  @Autowired ResidentTies ties;
  @Autowired ResidentPapers papers;
  @Autowired Relationships relationships;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  @Test
  void registeringBeginsRelationshipAndTie() {
    var doctor = villageDoctor();
    var id = TestResidents.register(doctor);

    assertThat(relationships.live(id, doctor.institution())).isTrue();
    assertThat(residents.view(id, doctor).ties())
        .extracting(ResidentView.Tie::institution)
        .containsExactly(doctor.institution());
    assertThat(residents.view(id, doctor).hasConsent()).isTrue();
    assertThat(residents.view(id, doctor).synthetic()).isTrue();
  }

  @Test
  void theCardMasksNumberAndPhone() {
    var doctor = villageDoctor();
    var command = TestResidents.somebody(doctor);
    var card = residents.card(TestResidents.register(command, doctor), doctor);

    assertThat(card.name()).isEqualTo(command.person().name());
    assertThat(card.idNumber())
        .isEqualTo(command.number().substring(0, 6) + "********" + command.number().substring(14));
    assertThat(card.phone()).matches("199\\*{4}\\d{4}");
    assertThat(card.birthDate()).isEqualTo(IdCard.of(command.number(), today()).birthDate());
  }

  /// One person, two institutions, each with a number of its own: one record, found by either.
  @Satisfies("EHR-01")
  @Test
  void aPersonHasOneRecordAcrossInstitutions() {
    var village = villageDoctor();
    var hospital = TestStaff.with("desk-clerk", "ninghe-yiyuan");
    var command = TestResidents.somebody(village);
    var id = TestResidents.register(command, village);

    var again = residents.register(at(command, null), hospital);
    residents.addNumber(id, IdentifierSystem.LOCAL_NUMBER, "V-" + command.number(), village);
    residents.addNumber(id, IdentifierSystem.LOCAL_NUMBER, "H-" + command.number(), hospital);
    residents.addNumber(
        id, IdentifierSystem.PASSPORT, "E" + command.number().substring(9), hospital);

    assertThat(again).isEqualTo(new Registration.Known(id));
    assertThat(found("V-" + command.number(), village)).containsExactly(id);
    assertThat(found("H-" + command.number(), hospital)).containsExactly(id);
    assertThat(found("E" + command.number().substring(9), village)).containsExactly(id);
    assertThat(found("V-" + command.number(), hospital))
        .as("another institution's own number means nothing here")
        .isEmpty();
    assertThat(residents.view(id, hospital).numbers()).hasSize(4);
  }

  @Test
  void aNumberOfAnotherNameIsAConflictThatTellsNothing() {
    var doctor = villageDoctor();
    var command = TestResidents.somebody(doctor);
    TestResidents.register(command, doctor);
    var stranger = TestStaff.with("desk-clerk", "ninghe-yiyuan");
    var before = count("select count(*) from resident.resident");

    assertThatThrownBy(() ->
            residents.register(
                at(TestResidents.named("赵无关", command.number(), stranger), null), stranger))
        .hasMessage("resident.number-taken[]");
    assertThat(count("select count(*) from resident.resident")).isEqualTo(before);
  }

  @Test
  void aNewbornGetsATemporaryNumberAndLaterARealOne() {
    var doctor = villageDoctor();
    var born = today().minusDays(3);
    var id = residents.register(newborn(doctor, born, TestResidents.phone()), doctor).id();
    var temporary = residents.view(id, doctor).numbers().getFirst();

    assertThat(temporary.system()).isEqualTo(IdentifierSystem.TEMPORARY);
    assertThat(found(temporary.masked(), doctor)).containsExactly(id);
    assertThat(residents.card(id, doctor).idNumber()).isEqualTo(temporary.masked());

    var seventeen = "990102" + born.toString().replace("-", "") + "001";
    residents.addNumber(
        id, IdentifierSystem.ID_CARD, seventeen + IdCard.checkDigit(seventeen), doctor);

    assertThat(residents.card(id, doctor).idNumber()).startsWith("990102****");
    assertThat(residents.view(id, doctor).noNumberReason()).isEmpty();
    assertThat(found(temporary.masked(), doctor)).containsExactly(id);
  }

  @Test
  void aLaterNumberMustTellTheSamePerson() {
    var doctor = villageDoctor();
    var id = residents.register(newborn(doctor, today(), TestResidents.phone()), doctor).id();
    var other = TestResidents.somebody(doctor);
    TestResidents.register(other, doctor);

    assertThatThrownBy(
            () -> residents.addNumber(id, IdentifierSystem.ID_CARD, TestResidents.number(), doctor))
        .hasMessageContaining("resident.birth-date-disagrees");
    var id2 = TestResidents.register(doctor);
    assertThatThrownBy(() ->
            residents.addNumber(id2, IdentifierSystem.ID_CARD, TestResidents.number(), doctor))
        .hasMessageContaining("resident.id-card-there");
    assertThatThrownBy(() -> residents.addNumber(id, IdentifierSystem.ID_CARD, "123", doctor))
        .hasMessageContaining("resident.id-length");
  }

  @Test
  void whoHasNoNumberAndLooksTheSameIsShownFirst() {
    var doctor = villageDoctor();
    var phone = TestResidents.phone();
    var id = residents.register(newborn(doctor, today(), phone), doctor).id();

    assertThat(residents.similar(newborn(doctor, today(), phone), doctor))
        .map(ResidentHit::id)
        .contains(id);
    assertThat(residents.similar(newborn(doctor, today(), TestResidents.phone()), doctor))
        .isEmpty();
  }

  @Test
  void whoHasNoRelationshipFindsNothing() {
    var id = TestResidents.register(villageDoctor());
    var stranger = TestStaff.with("family-doctor", "taicang-diyi");

    assertThatThrownBy(() -> residents.card(id, stranger)).hasMessage("resident.not-found[]");
    assertThatThrownBy(() -> residents.view(id, stranger)).hasMessage("resident.not-found[]");
    assertThatThrownBy(() -> residents.reveal(id, "call", stranger))
        .hasMessage("resident.not-found[]");
    assertThatThrownBy(() -> residents.print(id, stranger)).hasMessage("resident.not-found[]");
    assertThatThrownBy(() -> residents.particulars(id, stranger))
        .hasMessage("resident.not-found[]");
    assertThatThrownBy(
            () -> residents.addNumber(id, IdentifierSystem.PASSPORT, "E12345678", stranger))
        .hasMessage("resident.not-found[]");
    assertThatThrownBy(() -> ties.tie(id, stranger.institution(), stranger))
        .hasMessage("resident.not-found[]");
    assertThatThrownBy(() -> residents.card(ResidentId.next(), stranger))
        .hasMessage("resident.not-found[]");
  }

  @Test
  void whoOnlyLooksMayNotChange() {
    var doctor = villageDoctor();
    var id = TestResidents.register(doctor);
    var looker = lookerAt(doctor.institution());

    assertThat(residents.card(id, looker)).isNotNull();
    assertThatThrownBy(() -> residents.particulars(id, looker))
        .hasMessage("resident.not-yours-to-do[]");
    assertThatThrownBy(() -> residents.reveal(id, "call", looker))
        .hasMessage("resident.not-yours-to-do[]");
    assertThatThrownBy(() -> residents.register(TestResidents.somebody(doctor), looker))
        .hasMessage("resident.not-yours-to-do[]");
  }

  @Test
  void aRegistrationWithoutTieEndsAfterItsTime() {
    var clerk = TestStaff.with("desk-clerk", "ninghe-yiyuan");
    var id = residents.register(at(TestResidents.somebody(clerk), null), clerk).id();
    assertThat(residents.card(id, clerk)).isNotNull();

    clock.advance(Duration.ofDays(366));

    assertThatThrownBy(() -> residents.card(id, clerk)).hasMessage("resident.not-found[]");
  }

  @Test
  void aCorrectionKeepsItsHistoryAndItsSpellings() {
    var doctor = villageDoctor();
    var id = TestResidents.register(doctor);
    var now = residents.particulars(id, doctor);
    var changed =
        new Particulars(
            "单于䶮",
            now.sex(),
            now.birthDate(),
            false,
            now.phone(),
            "新路 2 号",
            now.residence(),
            "yan9");

    residents.change(new ChangeResident(id, 1, changed), doctor);

    assertThat(residents.view(id, doctor).name()).isEqualTo("单于䶮");
    assertThat(found("yan9", doctor)).contains(id);
    assertThat(residents.changesAfter(id, 1, doctor))
        .singleElement()
        .satisfies(it -> assertThat(it.fields()).containsExactly("name", "address", "own-code"));
    assertThatThrownBy(() -> residents.change(new ChangeResident(id, 1, changed), doctor))
        .hasMessage("resident.stale[]");
  }

  @Test
  void aCorrectionMustAgreeWithTheNumber() {
    var doctor = villageDoctor();
    var id = TestResidents.register(doctor);
    var now = residents.particulars(id, doctor);
    var wrong =
        new Particulars(
            now.name(), now.sex(), LocalDate.of(2000, 1, 1), false, "", "", now.residence(), "");

    assertThatThrownBy(() -> residents.change(new ChangeResident(id, 1, wrong), doctor))
        .hasMessageContaining("resident.birth-date-disagrees");
  }

  @Test
  void contactsAndConsentsComeAndGo() {
    var doctor = villageDoctor();
    var id = TestResidents.register(doctor);
    papers.addContact(id, new RegisterResident.Contact("王儿子", "2", "138 0000 0001"), doctor);
    papers.addContact(id, new RegisterResident.Contact("王儿子", "2", "13800000001"), doctor);
    var contacts = residents.view(id, doctor).contacts();
    assertThat(contacts)
        .extracting(ResidentView.Contact::phone)
        .containsExactly("139****0000", "138****0001");

    papers.removeContact(id, contacts.getLast().id(), doctor);
    papers.withdraw(id, residents.view(id, doctor).consents().getFirst().id(), doctor);
    assertThat(residents.view(id, doctor).contacts()).hasSize(1);
    assertThat(residents.view(id, doctor).hasConsent()).isFalse();

    papers.consent(
        id, "care-1", new RegisterResident.Consent(RegisterResident.Giver.GUARDIAN, "王儿子"), doctor);
    assertThat(residents.view(id, doctor).hasConsent()).isTrue();
    assertThatThrownBy(() ->
            papers.consent(
                id,
                "invented-1",
                new RegisterResident.Consent(RegisterResident.Giver.SELF, ""),
                doctor))
        .hasMessage("resident.not-in-list[]");
  }

  @Test
  void everyLookIsOnRecord() {
    var doctor = TestStaff.with("village-doctor", "ninghe-biaokou-v01");
    var id = TestResidents.register(doctor);
    var name = residents.view(id, doctor).name();
    int before = looks(id);

    residents.card(id, doctor);
    residents.view(id, doctor);
    residents.print(id, doctor);
    residents.particulars(id, doctor);
    residents.reveal(id, "call", doctor);
    residents.find(name, doctor);
    ties.book(new ResidentTies.Query("", "", "", ""), new PageQuery(1, 200, "", false), doctor);

    assertThat(looks(id) - before).isEqualTo(7);
    assertThat(
            jdbc.sql(
                    """
                    select facts ->> 'purpose' from audit.entry
                     where action = 'resident.revealed' and residents = array[:id]
                    """)
                .param("id", id.value())
                .query(String.class)
                .list())
        .containsExactly("call");
  }

  @Test
  void whatIsNotShownIsNotRecordedAsSeen() {
    var doctor = villageDoctor();
    var id = TestResidents.register(doctor);
    int before = looks(id);

    assertThatThrownBy(() -> residents.reveal(id, "curiosity", doctor))
        .hasMessage("resident.not-in-list[]");

    assertThat(looks(id)).isEqualTo(before);
  }

  @Test
  void revealingShowsTheNumberOnce() {
    var doctor = villageDoctor();
    var command = TestResidents.somebody(doctor);
    var id = TestResidents.register(command, doctor);

    var revealed = residents.reveal(id, "check-identity", doctor);

    assertThat(revealed.numbers())
        .containsExactly(new RevealedResident.Number(IdentifierSystem.ID_CARD, command.number()));
    assertThat(revealed.phone()).isEqualTo(command.person().phone());
  }

  private int looks(ResidentId id) {
    return count("select count(*) from audit.entry where '" + id + "' = any (residents)");
  }

  private int count(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }

  private List<ResidentId> found(String typed, Staff by) {
    return residents.find(typed, by).own().stream().map(ResidentHit::id).toList();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }

  private static Staff villageDoctor() {
    return TestStaff.with("village-doctor", "ninghe-yuelong-v01");
  }

  private Staff lookerAt(InstitutionId place) {
    var clerk = TestStaff.with("desk-clerk", place.value());
    return new Staff(
        clerk.account(),
        clerk.name(),
        clerk.post(),
        clerk.role(),
        place,
        clerk.area(),
        Map.of("resident.view", Scope.OWN));
  }

  static RegisterResident at(RegisterResident it, @Nullable InstitutionId firstContact) {
    return new RegisterResident(
        it.person(),
        it.system(),
        it.number(),
        it.noNumberReason(),
        firstContact,
        it.contacts(),
        it.consent(),
        true);
  }

  static RegisterResident newborn(Staff by, LocalDate born, String phone) {
    return new RegisterResident(
        new Particulars("王芳之子", Sex.MALE, born, false, phone, "", "household-here", ""),
        IdentifierSystem.ID_CARD,
        "",
        "newborn",
        by.institution(),
        List.of(new RegisterResident.Contact("王芳", "5", "13900000001")),
        new RegisterResident.Consent(RegisterResident.Giver.GUARDIAN, "王芳"),
        true);
  }
}
