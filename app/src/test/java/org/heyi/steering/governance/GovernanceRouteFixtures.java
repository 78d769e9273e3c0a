package org.heyi.steering.governance;

import java.util.Map;
import org.heyi.RouteFixture;
import org.heyi.TestStaff;
import org.springframework.stereotype.Component;

/// A member of a consortium for the route test.
@Component
final class GovernanceRouteFixtures implements RouteFixture {

  @Override
  public String kind() {
    return "unified-member";
  }

  @Override
  public Real make(String role) {
    var where = role.equals("commission-officer") ? "ninghe-weijianwei" : "ninghe-yiyuan";
    return new Real(
        TestStaff.with(role, where),
        Map.of("id", "ninghe-zongyiyuan", "institution", "ninghe-dabei"));
  }

  @Override
  public Map<String, String> sent(String route, Real real) {
    return Map.of(
        "kind", "UNIFIED",
        "dimension", "行政",
        "version", "0",
        "status", "PREPARING",
        "since", "2026-11-01");
  }
}
