package org.heyi.steering.community;

import java.util.Map;
import java.util.UUID;
import org.heyi.RouteFixture;
import org.heyi.TestStaff;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A structure check of a city, and an exemption there, for the route test.
@Configuration(proxyBeanMethods = false)
class FindingRouteFixtures {

  private static final String COMMISSION = "linyi-weijianwei";

  @Bean
  RouteFixture findingFixture() {
    return new RouteFixture() {
      @Override
      public String kind() {
        return "finding";
      }

      @Override
      public Real make(String role) {
        return new Real(
            TestStaff.with(role, COMMISSION),
            Map.of("area", "linyi", "rule", "groups-per-grid", "target", "linyi-people-grid"));
      }
    };
  }

  @Bean
  RouteFixture exemptionFixture(JdbcClient jdbc) {
    return new RouteFixture() {
      @Override
      public String kind() {
        return "exemption";
      }

      @Override
      public Real make(String role) {
        var officer = TestStaff.with(role, COMMISSION);
        var id = UUID.randomUUID();
        jdbc.sql(
                """
                insert into community.exemption
                  (id, area, rule, target, expected, found, reason, since, at, account, post)
                values (:id, 'linyi', 'LEAD_LEVEL', :id::text, '≥tertiary', 'secondary', '路由测试',
                        '2026-01-01', now(), :account, :post)
                """)
            .param("id", id)
            .param("account", officer.account().value())
            .param("post", officer.post().value())
            .update();
        return new Real(officer, Map.of("id", id.toString()));
      }
    };
  }
}
