package org.heyi.platform.work;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.heyi.RouteFixture;
import org.heyi.TestStaff;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// An open item of the referral office, for the route test.
@Component
class WorkRouteFixture implements RouteFixture {

  private static final String HOSPITAL = "ninghe-yiyuan";

  private final Work work;
  private final JdbcClient jdbc;
  private final Clock clock;

  WorkRouteFixture(Work work, JdbcClient jdbc, Clock clock) {
    this.work = work;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "work-item";
  }

  @Override
  public Real make(String role) {
    var subject = Subject.of("route", UUID.randomUUID());
    var now = clock.instant();
    var owner = TestStaff.with(role, HOSPITAL);
    work.open(
        new OpenWork(
            subject,
            "referral.review",
            "路由",
            "/",
            WorkOwner.of(InstitutionId.of(HOSPITAL), "referral.review"),
            2,
            now.plus(Duration.ofHours(1)),
            now.plus(Duration.ofHours(4))),
        owner);
    var id =
        jdbc.sql("select id::text from work.item where subject_id = :id")
            .param("id", subject.id())
            .query(String.class)
            .single();
    return new Real(owner, Map.of("id", id));
  }

  @Override
  public Map<String, String> sent(String route, Real real) {
    return Map.of("version", "0");
  }
}
