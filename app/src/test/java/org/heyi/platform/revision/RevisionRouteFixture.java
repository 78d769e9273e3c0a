package org.heyi.platform.revision;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.heyi.RouteFixture;
import org.heyi.TestStaff;
import org.springframework.stereotype.Component;

/// An upload for the route test: an area that nobody has yet.
@Component
final class RevisionRouteFixture implements RouteFixture {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Revisions revisions;

  RevisionRouteFixture(Revisions revisions) {
    this.revisions = revisions;
  }

  @Override
  public String kind() {
    return "revision";
  }

  @Override
  public Real make(String role) {
    var name = "routed" + (char) ('a' + COUNT.getAndIncrement() % 26);
    var sender = TestStaff.with("system-admin", "ninghe-weijianwei");
    var file = PackFiles.bytes(PackFiles.ninghe(name, 1, 15));
    var id = revisions.propose(name + ".yaml", file, sender);
    return new Real(TestStaff.with(role, "ninghe-weijianwei"), Map.of("id", id.toString()));
  }
}
