package org.heyi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Calls every route of the application as nobody, as each role, and as a stranger with the id of
/// another institution's real object. What is allowed stands in `routes.csv`; a route that is not
/// there fails, and so does a line without a route.
///
/// Refused means 403 or 404 (they look alike to outsiders). For objects the owner's answer is the
/// positive control: a page for reading; for doing, an effect, or a refusal that the room decided
/// (409, 422), for the object may be in a state that does not allow it. A form that nobody could
/// read (400, 405, 415) proves nothing.
@HeyiTest
class RouteAccessTests {

  private static final String HOME = "ninghe-yiyuan";
  private static final String AWAY = "taicang-shiyiyuan";
  private static final Set<Integer> REFUSED = Set.of(403, 404);
  private static final Set<Integer> DECIDED = Set.of(409, 422);

  @Autowired MockMvcTester http;

  @Autowired RouteRequests requests;

  private final List<String> faults = new ArrayList<>();
  private int calls;

  @Test
  void theTableHasEveryRouteAndNoOther() {
    assertThat(RouteTable.read().stream().map(RouteTable.Row::key).toList())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(requests.routes().keySet());
  }

  @Test
  @Satisfies("PLT-08")
  void everyRouteAnswersOnlyWhomTheTableNames() {
    for (var row : RouteTable.read()) {
      if (row.route().equals("/error")) {
        continue;
      }
      asNobody(row);
      if (!row.open()) {
        asEachRole(row);
      }
    }
    System.out.printf(
        "routes: %d, calls %d, violations %d%n", RouteTable.read().size(), calls, faults.size());
    assertThat(faults).isEmpty();
  }

  /// A route nobody guards would be seen: the check itself is checked on an open page.
  @Test
  void anOpenDoorWouldBeSeen() {
    asNobody(new RouteTable.Row("GET", "/sign-in", Set.of(), false, "", ""));

    assertThat(faults).hasSize(1);
  }

  private void asNobody(RouteTable.Row row) {
    var answer = call(row, null, null);
    var led = answer.equals("302 /sign-in") || answer.equals("401");
    if (led == row.open()) {
      faults.add("%s as nobody: %s".formatted(row.key(), answer));
    }
  }

  private void asEachRole(RouteTable.Row row) {
    var fixture = row.kind().isEmpty() ? null : requests.fixture(row.kind());
    var example = fixture == null ? null : fixture.make(row.roles().iterator().next());
    for (var role : RouteTable.allRoles()) {
      if (!row.roles().contains(role)) {
        var where = example == null ? HOME : example.owner().institution().value();
        var status = status(call(row, TestStaff.with(role, where), example));
        expect(REFUSED.contains(status), row, role, status);
      } else if (fixture == null) {
        var status = status(call(row, TestStaff.with(role, HOME), null));
        expect(passes(row, status), row, role, status);
      } else {
        asOwnerAndStranger(row, role, fixture);
      }
    }
  }

  private void asOwnerAndStranger(RouteTable.Row row, String role, RouteFixture fixture) {
    var real = fixture.make(role);
    if (!real.variables().isEmpty()) {
      var status = status(call(row, TestStaff.with(role, AWAY), real));
      expect(REFUSED.contains(status), row, role + " of a strange institution", status);
    }
    var status = status(call(row, real.owner(), real));
    expect(passes(row, status), row, role + " who owns it", status);
  }

  private static boolean passes(RouteTable.Row row, int status) {
    return row.method().equals("GET")
        ? status >= 200 && status < 400
        : status < 400 || DECIDED.contains(status);
  }

  private void expect(boolean right, RouteTable.Row row, String who, int status) {
    if (!right) {
      faults.add("%s as %s: %d".formatted(row.key(), who, status));
    }
  }

  /// The status, and for a redirect the path it leads to.
  private String call(RouteTable.Row row, @Nullable Staff as, RouteFixture.@Nullable Real real) {
    calls++;
    var result = http.perform(requests.request(row, as, real));
    if (result.getUnresolvedException() != null) {
      return "500 " + result.getUnresolvedException();
    }
    var led = result.getResponse().getRedirectedUrl();
    return result.getResponse().getStatus() + (led == null ? "" : " " + URI.create(led).getPath());
  }

  private static int status(String answer) {
    return answer.equals("302 /sign-in") ? 401 : Integer.parseInt(answer.split(" ", -1)[0]);
  }
}
