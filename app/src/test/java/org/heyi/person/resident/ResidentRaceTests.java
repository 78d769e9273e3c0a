package org.heyi.person.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heyi.AtOnce;
import org.heyi.HeyiTest;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.person.resident.identity.IdCard;
import org.heyi.person.resident.identity.IdentifierSystem;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What many do at once has one effect.
@HeyiTest
class ResidentRaceTests {

  private static final int CLIENTS = 64;
  private static final int PEOPLE = 5;

  @Autowired Residents residents;
  @Autowired ResidentTies ties;
  @Autowired JdbcClient jdbc;

  /// 64 clients of many institutions register one person at once.
  @Test
  void sixtyFourClientsMakeOneResident() throws Exception {
    int made = 0;
    int known = 0;
    int violations = 0;
    for (int person = 0; person < PEOPLE; person++) {
      var number = TestResidents.number();
      var results =
          AtOnce.times(
              CLIENTS,
              client ->
                  () -> {
                    var clerk = clerk(client);
                    return residents.register(TestResidents.named("王秀英", number, clerk), clerk);
                  });
      made += (int) results.stream().filter(Registration.Made.class::isInstance).count();
      known += (int) results.stream().filter(Registration.Known.class::isInstance).count();
      var rows = rows(number);
      var ids = results.stream().map(Registration::id).distinct().toList();
      violations += rows.size() - 1 + ids.size() - 1;
      assertThat(ids).isEqualTo(rows);
      assertThat(openTies(rows.getFirst())).isEqualTo(1);
    }
    System.out.printf(
        "registering: attempts %d, residents made %d, recognised %d, violations %d%n",
        CLIENTS * PEOPLE, made, known, violations);
    assertThat(made).isEqualTo(PEOPLE);
    assertThat(known).isEqualTo((CLIENTS - 1) * PEOPLE);
    assertThat(violations).isZero();
    assertThat(orphans()).as("residents without a number").isZero();
  }

  /// One number, two names: one name wins, the other is told, nobody is made twice.
  @Test
  void ofTwoNamesForOneNumberOneWins() throws Exception {
    var number = TestResidents.number();
    var results =
        AtOnce.times(
            32,
            client ->
                () -> {
                  var clerk = clerk(client);
                  var name = client % 2 == 0 ? "王秀英" : "李建国";
                  try {
                    residents.register(TestResidents.named(name, number, clerk), clerk);
                    return name;
                  } catch (ProblemException taken) {
                    return taken.problem().code();
                  }
                });

    Map<String, Long> counts =
        results.stream().collect(Collectors.groupingBy(it -> it, Collectors.counting()));
    System.out.printf("one number, two names: attempts 32, outcomes %s%n", counts);
    assertThat(rows(number)).hasSize(1);
    assertThat(counts).hasSize(2).containsEntry("resident.number-taken", 16L);
  }

  /// Several numbers at once for one newborn: one ID card.
  @Test
  void aPersonGetsOneIdCard() throws Exception {
    var doctor = TestStaff.with("village-doctor", "ninghe-yuelong-v03");
    var born = LocalDate.of(2026, 11, 20);
    var id =
        residents
            .register(ResidentsModuleTests.newborn(doctor, born, TestResidents.phone()), doctor)
            .id();
    var results =
        AtOnce.times(
            16,
            client ->
                () -> {
                  var seventeen = "9902%02d20261120001".formatted(client);
                  var number = seventeen + IdCard.checkDigit(seventeen);
                  try {
                    residents.addNumber(id, IdentifierSystem.ID_CARD, number, doctor);
                    return "added";
                  } catch (ProblemException refused) {
                    return refused.problem().code();
                  }
                });

    System.out.printf(
        "ID cards for one person: attempts 16, added %d%n",
        results.stream().filter("added"::equals).count());
    assertThat(results).containsOnlyOnce("added").contains("resident.id-card-there");
  }

  @Test
  void aResidentHasOneTieAtATime() throws Exception {
    var one = TestStaff.with("village-doctor", "ninghe-yuelong-v03");
    var two = TestStaff.with("village-doctor", "ninghe-yuelong-v04");
    var number = TestResidents.number();
    var id = TestResidents.register(TestResidents.named("王秀英", number, one), one);
    residents.registerHere(new Lookup.ByNumber(number), two);

    AtOnce.times(
        32,
        client ->
            () -> {
              var doctor = client % 2 == 0 ? one : two;
              try {
                ties.tie(id, doctor.institution(), doctor);
                return "tied";
              } catch (ProblemException refused) {
                return refused.problem().code();
              }
            });

    System.out.printf("ties for one person: attempts 32, open ties %d%n", openTies(id));
    assertThat(openTies(id)).isEqualTo(1);
  }

  /// Clerks of eight clinics.
  private static Staff clerk(int client) {
    return TestStaff.with("village-doctor", "ninghe-qiaobei-v0" + (1 + client % 8));
  }

  private List<ResidentId> rows(String number) {
    return jdbc.sql("select distinct resident from resident.identifier where value = :number")
        .param("number", number)
        .query((row, _) -> new ResidentId(row.getObject(1, UUID.class)))
        .list();
  }

  private int openTies(ResidentId id) {
    return jdbc.sql("select count(*) from resident.tie where resident = :id and until_date is null")
        .param("id", id.value())
        .query(Integer.class)
        .single();
  }

  private int orphans() {
    return jdbc.sql(
            """
            select count(*) from resident.resident r
             where not exists (select from resident.identifier i where i.resident = r.id)
            """)
        .query(Integer.class)
        .single();
  }
}
