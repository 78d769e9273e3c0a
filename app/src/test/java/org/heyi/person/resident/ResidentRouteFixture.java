package org.heyi.person.resident;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.heyi.RouteFixture;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ResidentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A resident of the role's own institution, with a contact and a consent, for the route test.
@Component
class ResidentRouteFixture implements RouteFixture {

  private static final String HOSPITAL = "ninghe-yiyuan";

  private final JdbcClient jdbc;
  private final ResidentSelections selections;
  private final ResidentGroups groups;

  ResidentRouteFixture(JdbcClient jdbc, ResidentSelections selections, ResidentGroups groups) {
    this.groups = groups;
    this.jdbc = jdbc;
    this.selections = selections;
  }

  @Override
  public String kind() {
    return "resident";
  }

  @Override
  public Real make(String role) {
    var resident = TestResidents.register(TestStaff.with("desk-clerk", HOSPITAL));
    selections.select(
        resident,
        new SelectProviders(
            InstitutionId.of("ninghe-lutai"),
            InstitutionId.of(HOSPITAL),
            new RegisterResident.Consent(RegisterResident.Giver.SELF, ""),
            null),
        TestStaff.with("desk-clerk", HOSPITAL));
    groups.set(
        resident,
        "disabled",
        "certificate",
        LocalDate.of(2026, 1, 1),
        TestStaff.with("physician", HOSPITAL));
    return new Real(
        TestStaff.with(role, HOSPITAL),
        Map.of(
            "id", resident.toString(),
            "contact", one("resident.contact", resident),
            "consent", one("resident.consent", resident),
            "selection", one("resident.selection", resident),
            "flag", one("resident.population_flag", resident)));
  }

  private String one(String table, ResidentId resident) {
    return jdbc.sql("select id::text from " + table + " where resident = :resident limit 1")
        .param("resident", resident.value())
        .query(String.class)
        .single();
  }

  @Override
  public Map<String, String> sent(String route, Real real) {
    return Map.ofEntries(
        Map.entry("version", "0"),
        Map.entry("resident", real.variables().get("id")),
        Map.entry("institution", HOSPITAL),
        Map.entry("system", "PASSPORT"),
        Map.entry("number", "E" + UUID.randomUUID().toString().substring(0, 8)),
        Map.entry("name", "李联系"),
        Map.entry("relation", "8"),
        Map.entry("phone", TestResidents.phone()),
        Map.entry("text", "路由测试的知情同意"),
        Map.entry("giver", "SELF"),
        Map.entry("group", "poor"),
        Map.entry("source", "official-list"),
        Map.entry("centre", "ninghe-lutai"),
        Map.entry("hospital", HOSPITAL),
        Map.entry("purpose", "路由测试需要核对号码"));
  }

  /// Somebody registered elsewhere, whose full number the reader has.
  @Component
  static final class Elsewhere implements RouteFixture {

    @Override
    public String kind() {
      return "resident-elsewhere";
    }

    @Override
    public Real make(String role) {
      return new Real(TestStaff.with(role, HOSPITAL), Map.of());
    }

    @Override
    public Map<String, String> sent(String route, Real real) {
      var doctor = TestStaff.with("village-doctor", "taicang-shiyiyuan");
      var command = TestResidents.somebody(doctor);
      TestResidents.register(command, doctor);
      return Map.of("number", command.number());
    }
  }
}
