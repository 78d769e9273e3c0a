package org.heyi.person.resident;

import java.util.Map;
import java.util.UUID;
import org.heyi.RouteFixture;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.platform.shared.ResidentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A resident of the role's own institution, with a contact and a consent, for the route test.
@Component
class ResidentRouteFixture implements RouteFixture {

  private static final String HOSPITAL = "ninghe-yiyuan";

  private final JdbcClient jdbc;

  ResidentRouteFixture(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "resident";
  }

  @Override
  public Real make(String role) {
    var resident = TestResidents.register(TestStaff.with("desk-clerk", HOSPITAL));
    return new Real(
        TestStaff.with(role, HOSPITAL),
        Map.of(
            "id", resident.toString(),
            "contact", one("resident.contact", resident),
            "consent", one("resident.consent", resident)));
  }

  private String one(String table, ResidentId resident) {
    return jdbc.sql("select id::text from " + table + " where resident = :resident limit 1")
        .param("resident", resident.value())
        .query(String.class)
        .single();
  }

  @Override
  public Map<String, String> sent(String route, Real real) {
    return Map.of(
        "key", UUID.randomUUID().toString(),
        "version", "0",
        "resident", real.variables().get("id"),
        "institution", HOSPITAL,
        "system", "PASSPORT",
        "purpose", "路由测试需要核对号码");
  }
}
