package org.heyi.platform.notice;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heyi.RouteFixture;
import org.heyi.TestStaff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A notice to the reader, for the route test.
@Component
class NoticeRouteFixture implements RouteFixture {

  private final Notices notices;
  private final JdbcClient jdbc;

  NoticeRouteFixture(Notices notices, JdbcClient jdbc) {
    this.notices = notices;
    this.jdbc = jdbc;
  }

  @Override
  public String kind() {
    return "notice";
  }

  @Override
  public Real make(String role) {
    var reader = TestStaff.with(role, "ninghe-yiyuan");
    var once = "route-" + UUID.randomUUID();
    notices.tell(reader.account(), new TellNotice(once, "shell.home", List.of(), "/"));
    var id =
        jdbc.sql("select id::text from notice.notice where once = :once")
            .param("once", once)
            .query(String.class)
            .single();
    return new Real(reader, Map.of("id", id));
  }
}
