package org.heyi.person.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.heyi.HeyiTest;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.person.resident.identity.IdCard;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who finds whom by what.
@HeyiTest
class FindingTests {

  @Autowired Residents residents;
  @Autowired JdbcClient jdbc;

  private Staff doctor;
  private Staff family;
  private Staff stranger;
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String NUMBER = TestResidents.number();
  private String number;
  private String phone;
  private ResidentId id;

  @BeforeEach
  void oneResidentOfTheVillageAndAStranger() {
    doctor = TestStaff.with("village-doctor", "ninghe-biaokou-v02");
    family = TestStaff.with("family-doctor", "ninghe-biaokou");
    stranger = TestStaff.with("desk-clerk", "stranger" + COUNT.incrementAndGet());
    number = NUMBER;
    id = TestResidents.register(TestResidents.named("单𠮷云·买买提", number, doctor), doctor);
    phone = residents.reveal(id, "call", doctor).phone();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "单𠮷云",
        "单",
        "单𠮷云•买买提",
        "shan",
        "SHAN",
        "ｓｈａｎ",
        "dany",
        "sym",
        "dymmt",
        "{number}",
        "{phone}",
        "{number8}",
        "{phone7}",
        "{spaced}"
      })
  void theVillageFindsItsOwnByAnything(String typed) {
    var asked =
        typed
            .replace("{number}", number)
            .replace("{phone}", phone)
            .replace("{number8}", number.substring(0, 16))
            .replace("{phone7}", phone.substring(0, 10))
            .replace("{spaced}", number.substring(0, 6) + " " + number.substring(6));

    assertThat(found(asked, doctor)).contains(id);
    assertThat(found(asked, family)).as("the centre that manages the clinic").contains(id);
    assertThat(found(asked, stranger)).as("another county").doesNotContain(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "s", "1", "199", "·", "%", "_", "%%%%", "\\", "'; drop"})
  void whatIsTooLittleOrNothingFindsNothing(String typed) {
    assertThat(residents.find(typed, doctor).isEmpty()).isTrue();
  }

  @Test
  void aStrangerNeedsTheWholeNumber() {
    assertThat(residents.find(number.substring(0, 17), stranger).isEmpty()).isTrue();
    assertThat(found("单𠮷云·买买提", stranger)).doesNotContain(id);
    assertThat(residents.find("单𠮷云·买买提", stranger).elsewhere()).isEmpty();
    assertThat(residents.find(phone, stranger).isEmpty()).isTrue();

    var hit = residents.find(number, stranger).elsewhere().orElseThrow();

    assertThat(hit.own()).isFalse();
    assertThat(hit.name()).isEqualTo("单*****提");
    assertThat(hit.number()).contains("********");
    assertThat(hit.phone()).isEmpty();
    assertThatThrownBy(() -> residents.card(id, stranger)).hasMessage("resident.not-found[]");
  }

  @Test
  void aStrangerWithoutTheNumberNeedsNameBirthDateAndPhone() {
    var born = IdCard.of(number, LocalDate.of(2026, 11, 23)).birthDate();
    var name = "单𠮷云·买买提";

    assertThat(residents.lookUp(new Lookup.ByPerson(name, born, phone), stranger))
        .map(ResidentHit::name)
        .contains("单*****提");
    assertThat(residents.lookUp(new Lookup.ByPerson(name, born, phone + "0"), stranger)).isEmpty();
    assertThat(residents.lookUp(new Lookup.ByPerson(name, born.plusDays(1), phone), stranger))
        .isEmpty();
    assertThat(residents.lookUp(new Lookup.ByPerson("单𠮷", born, phone), stranger)).isEmpty();
  }

  @Test
  void registeringHereOpensTheRecord() {
    assertThatThrownBy(() -> residents.registerHere(new Lookup.ByNumber(id.toString()), stranger))
        .hasMessage("resident.not-found[]");

    assertThat(residents.registerHere(new Lookup.ByNumber(number), stranger)).isEqualTo(id);

    assertThat(residents.card(id, stranger).name()).isEqualTo("单𠮷云·买买提");
    assertThat(found("shanyun", stranger)).contains(id);
  }

  @Test
  void aSearchIsOneEntryWithEverybodyShown() {
    var one = TestResidents.register(named("同名甲"), doctor);
    var two = TestResidents.register(named("同名乙"), doctor);
    int before = entries();

    residents.find("同名", doctor);

    assertThat(entries() - before).isEqualTo(1);
    assertThat(
            jdbc.sql(
                    """
                    select residents::text from audit.entry where action = 'resident.searched'
                     order by id desc limit 1
                    """)
                .query(String.class)
                .single())
        .contains(one.toString(), two.toString());
  }

  @Test
  void whoMayNotLookDoesNotFind() {
    var planner = TestStaff.with("schedule-clerk", "ninghe-yiyuan");

    assertThatThrownBy(() -> residents.find("单", planner)).hasMessage("resident.not-yours-to-do[]");
    assertThatThrownBy(() -> residents.lookUp(new Lookup.ByNumber(number), planner))
        .hasMessage("resident.not-yours-to-do[]");
  }

  private RegisterResident named(String name) {
    return TestResidents.named(name, TestResidents.number(), doctor);
  }

  private int entries() {
    return jdbc.sql("select count(*) from audit.entry").query(Integer.class).single();
  }

  private List<ResidentId> found(String typed, Staff by) {
    return residents.find(typed, by).own().stream().map(ResidentHit::id).toList();
  }
}
