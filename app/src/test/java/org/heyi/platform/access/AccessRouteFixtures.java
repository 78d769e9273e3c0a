package org.heyi.platform.access;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.util.Map;
import org.heyi.RouteFixture;
import org.heyi.TestStaff;
import org.heyi.platform.access.deputy.Deputyships;
import org.heyi.platform.access.deputy.NameDeputy;
import org.heyi.platform.access.emergency.Emergencies;
import org.heyi.platform.access.signin.Caller;
import org.heyi.platform.access.signin.Sessions;
import org.heyi.platform.shared.Period;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Accounts, sessions and emergencies for the route test.
final class AccessRouteFixtures {

  private static final String COMMISSION = "ninghe-weijianwei";
  private static final String HOSPITAL = "ninghe-yiyuan";

  private AccessRouteFixtures() {}

  /// Somebody else's account in the administrator's area, with its post.
  @Component
  static final class OfAccount implements RouteFixture {

    @Override
    public String kind() {
      return "account";
    }

    @Override
    public Real make(String role) {
      var target = TestStaff.another("village-doctor", "ninghe-yuelong-v01");
      return new Real(
          TestStaff.with(role, COMMISSION),
          Map.of("id", target.account().toString(), "post", target.post().toString()));
    }
  }

  /// A deputyship of others in the administrator's area.
  @Component
  static final class OfDeputyship implements RouteFixture {

    private final Deputyships deputyships;

    OfDeputyship(Deputyships deputyships) {
      this.deputyships = deputyships;
    }

    @Override
    public String kind() {
      return "deputyship";
    }

    @Override
    public Real make(String role) {
      var absent = TestStaff.another("village-doctor", "ninghe-yuelong-v01");
      return new Real(TestStaff.with(role, COMMISSION), Map.of("id", named(deputyships, absent)));
    }
  }

  /// One's own deputyship.
  @Component
  static final class OfOwnDeputyship implements RouteFixture {

    private final Deputyships deputyships;

    OfOwnDeputyship(Deputyships deputyships) {
      this.deputyships = deputyships;
    }

    @Override
    public String kind() {
      return "own-deputyship";
    }

    @Override
    public Real make(String role) {
      var owner = TestStaff.another(role, HOSPITAL);
      return new Real(owner, Map.of("id", named(deputyships, owner)));
    }
  }

  private static String named(Deputyships deputyships, Staff absent) {
    var deputy = TestStaff.another(absent.role(), absent.institution().value());
    var today = LocalDate.of(2026, 11, 23);
    return deputyships
        .name(
            new NameDeputy(
                absent.account(),
                deputy.account(),
                absent.institution(),
                new Period(today, today.plusDays(3))),
            absent)
        .toString();
  }

  /// Somebody else's session in the administrator's area.
  @Component
  static final class OfSession implements RouteFixture {

    private final Sessions sessions;

    OfSession(Sessions sessions) {
      this.sessions = sessions;
    }

    @Override
    public String kind() {
      return "session";
    }

    @Override
    public Real make(String role) {
      var target = TestStaff.with("village-doctor", "ninghe-yuelong-v01");
      var who = sessions.begin(target.account(), target.post(), new Caller("127.0.0.1", "test"));
      return new Real(
          TestStaff.with(role, COMMISSION), Map.of("session", who.session().toString()));
    }
  }

  /// One's own session elsewhere.
  @Component
  static final class OfOwnSession implements RouteFixture {

    private final Sessions sessions;

    OfOwnSession(Sessions sessions) {
      this.sessions = sessions;
    }

    @Override
    public String kind() {
      return "own-session";
    }

    @Override
    public Real make(String role) {
      var owner = TestStaff.with(role, HOSPITAL);
      var who = sessions.begin(owner.account(), owner.post(), new Caller("127.0.0.1", "test"));
      return new Real(owner, Map.of("session", who.session().toString()));
    }
  }

  /// One's own post.
  @Component
  static final class OfOwnPost implements RouteFixture {

    @Override
    public String kind() {
      return "own-post";
    }

    @Override
    public Real make(String role) {
      var owner = TestStaff.with(role, HOSPITAL);
      return new Real(owner, Map.of("post", owner.post().toString()));
    }
  }

  /// A glass that somebody broke in the reviewer's area.
  @Component
  static final class OfEmergency implements RouteFixture {

    private final Emergencies emergencies;
    private final JdbcClient jdbc;

    OfEmergency(Emergencies emergencies, JdbcClient jdbc) {
      this.emergencies = emergencies;
      this.jdbc = jdbc;
    }

    @Override
    public String kind() {
      return "emergency";
    }

    @Override
    public Real make(String role) {
      var resident = new ResidentId(UuidCreator.getTimeOrderedEpoch());
      emergencies.breakGlass(resident, "抢救需要核对过敏史和用药", TestStaff.with("physician", HOSPITAL));
      var id =
          jdbc.sql("select id::text from access.emergency where resident = :resident")
              .param("resident", resident.value())
              .query(String.class)
              .single();
      return new Real(TestStaff.with(role, COMMISSION), Map.of("id", id));
    }
  }
}
