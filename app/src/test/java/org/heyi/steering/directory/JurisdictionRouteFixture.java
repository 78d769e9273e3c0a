package org.heyi.steering.directory;

import java.util.Map;
import org.heyi.RouteFixture;
import org.heyi.TestStaff;
import org.springframework.stereotype.Component;

/// The highest jurisdiction that a role looks over, for the route test.
@Component
class JurisdictionRouteFixture implements RouteFixture {

  @Override
  public String kind() {
    return "jurisdiction";
  }

  @Override
  public Real make(String role) {
    return role.equals("city-officer")
        ? new Real(
            TestStaff.with(role, "nanyang-yi-shi-weijianwei"), Map.of("place", "city.nanyang"))
        : new Real(TestStaff.with(role, "ninghe-weijianwei"), Map.of("place", "ninghe"));
  }
}
