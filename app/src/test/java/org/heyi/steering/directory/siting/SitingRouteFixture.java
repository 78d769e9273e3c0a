package org.heyi.steering.directory.siting;

import java.time.LocalDate;
import java.util.Map;
import org.heyi.RouteFixture;
import org.heyi.TestStaff;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Staff;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Siting plans with a site and a settlement each, for the route test: a draft, and one in force.
@Configuration(proxyBeanMethods = false)
class SitingRouteFixture {

  private static final String CODE = "R1";

  @Bean
  RouteFixture sitingDraftFixture(Sitings sitings, SitingDrafts drafts) {
    return fixture("siting", "ninghe", (area, officer) -> draft(area, officer, sitings, drafts));
  }

  @Bean
  RouteFixture sitingInForceFixture(Sitings sitings, SitingDrafts drafts) {
    return fixture(
        "siting-in-force",
        "linyi",
        (area, officer) ->
            sitings
                .inForce(area, officer)
                .map(it -> it.version().number())
                .orElseGet(() -> {
                  int number = draft(area, officer, sitings, drafts);
                  var plan = new AdoptPlan("路由测试", "", LocalDate.of(2026, 1, 1));
                  drafts.adopt(area, number, plan, officer);
                  return number;
                }));
  }

  private interface Making {
    int version(AreaId area, Staff officer);
  }

  private static RouteFixture fixture(String kind, String area, Making making) {
    return new RouteFixture() {
      @Override
      public String kind() {
        return kind;
      }

      @Override
      public Real make(String role) {
        var commission = area + "-weijianwei";
        var officer = TestStaff.with("commission-officer", commission);
        var number = String.valueOf(making.version(AreaId.of(area), officer));
        return new Real(
            TestStaff.with(role, commission),
            Map.of("area", area, "number", number, "code", CODE, "from", number));
      }
    };
  }

  private static int draft(AreaId area, Staff officer, Sitings sitings, SitingDrafts drafts) {
    int number =
        sitings.versions(area, officer).stream()
            .filter(PlanVersion::isDraft)
            .map(PlanVersion::number)
            .findFirst()
            .orElseGet(() -> drafts.begin(area, officer).number());
    var plan = sitings.plan(area, number, officer);
    if (plan.site(CODE).isEmpty()) {
      var day = LocalDate.of(2027, 1, 1);
      var state = SiteState.PLANNED;
      drafts.enter(
          area,
          number,
          new EnterSite(CODE, "路由一室", "路由镇", "", null, null, state, day, null, ""),
          officer);
    }
    if (plan.settlement(CODE).isEmpty()) {
      var kind = Settlement.Kind.NATURAL_VILLAGE;
      drafts.enter(
          area,
          number,
          new EnterSettlement(CODE, "路由一村", "路由镇", kind, null, null, ServedBy.NOBODY, null),
          officer);
    }
    return number;
  }
}
