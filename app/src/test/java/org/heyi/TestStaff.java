package org.heyi;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.heyi.platform.access.role.Role;
import org.heyi.platform.access.role.Roles;
import org.heyi.platform.access.signin.Caller;
import org.heyi.platform.access.signin.Sessions;
import org.heyi.platform.access.signin.SignedIn;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.PostId;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Staff for tests: real accounts in real posts, with the duties of `roles.yaml`, and with a phone
/// where the role asks for one.
///
/// ```java
/// var doctor = TestStaff.with("village-doctor", "ninghe-yuelong");
/// http.get().uri("/referrals").with(TestStaff.signedIn(doctor))
/// ```
public final class TestStaff {

  /// The password of every account made here.
  public static final String PASSWORD = "Right-horse-battery-7";

  private static final String HASH = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static @Nullable Wiring application;

  private TestStaff() {}

  /// The one person with that role at that institution; made when first asked for.
  ///
  /// An institution that no pack knows is put into the area named by its first word.
  public static Staff with(String role, String institution) {
    return person(role + "." + institution, role, institution);
  }

  /// Somebody new with that role at that institution.
  public static Staff another(String role, String institution) {
    return person(role + "." + institution + "." + COUNT.incrementAndGet(), role, institution);
  }

  /// Nobody in the database: for tests without an application.
  public static Staff unsaved(String role, String institution) {
    return new Staff(
        AccountId.next(),
        role,
        PostId.next(),
        role,
        InstitutionId.of(institution),
        areaNamedBy(institution),
        duties(role));
  }

  /// Signs the request in, with the form's token: in a session of its own, as after the sign-in
  /// page, and after the code where there is a second factor.
  public static RequestPostProcessor signedIn(Staff staff) {
    return request -> {
      var who =
          application()
              .sessions
              .begin(staff.account(), staff.post(), new Caller("127.0.0.1", "test"));
      application().letThrough(who);
      var token = UsernamePasswordAuthenticationToken.authenticated(who, null, List.of());
      return csrf().postProcessRequest(authentication(token).postProcessRequest(request));
    };
  }

  /// The sign-in name of a person made here.
  public static String login(Staff staff) {
    return application()
        .jdbc
        .sql("select login from access.account where id = :id")
        .param("id", staff.account().value())
        .query(String.class)
        .single();
  }

  /// Gives a person a second factor, as if it had been set up long ago.
  public static TestPhone givePhone(Staff staff) {
    return application().givePhone(staff.account());
  }

  /// What the phone of a person made here shows, as if they had not used it for a while: the clock
  /// of tests stands still, and a code counts once.
  public static String code(String login) {
    return application().freshPhone(login).code(application().clock.instant());
  }

  private static Staff person(String key, String role, String institution) {
    var area = application().area(institution);
    var account = application().account(key, role);
    var post = application().post(account, role, institution, area);
    return new Staff(
        account, name(role), post, role, InstitutionId.of(institution), area, duties(role));
  }

  private static Role role(String code) {
    return Roles.read().stream()
        .filter(it -> it.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(code + " is not in roles.yaml"));
  }

  private static Map<String, Scope> duties(String role) {
    return role(role).duties();
  }

  private static String lane(String role) {
    return role(role).exclusive() ? role : "ordinary";
  }

  private static String name(String role) {
    return "测试 " + role;
  }

  private static AreaId areaNamedBy(String institution) {
    return AreaId.of(institution.split("-", -1)[0]);
  }

  private static Wiring application() {
    return Objects.requireNonNull(application, "TestStaff needs the application: use @HeyiTest");
  }

  /// Found by the component scan of the application under test.
  @Component
  static final class Wiring {

    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final Clock clock;

    Wiring(JdbcClient jdbc, Sessions sessions, Clock clock) {
      this.jdbc = jdbc;
      this.sessions = sessions;
      this.clock = clock;
      application = this;
    }

    private void letThrough(SignedIn who) {
      jdbc.sql("update access.session set code_due = false where id = :id and code_due")
          .param("id", who.session())
          .update();
    }

    private TestPhone givePhone(AccountId account) {
      var phone = TestPhone.random();
      jdbc.sql(
              """
              insert into access.factor (account, id, secret, active_at, last_step)
              values (:account, gen_random_uuid(), :secret, '2020-01-01', 0)
              on conflict (account) do update set secret = excluded.secret
              """)
          .param("account", account.value())
          .param("secret", phone.secret())
          .update();
      return phone;
    }

    private TestPhone freshPhone(String login) {
      return jdbc.sql(
              """
              update access.factor set last_step = 0
               where account = (select id from access.account where login = :login)
              returning secret
              """)
          .param("login", login)
          .query((row, _) -> new TestPhone(row.getString("secret")))
          .single();
    }

    private AreaId area(String institution) {
      return jdbc.sql(
              """
              select ancestor from access.reach_place
               where scope = 'AREA' and institution = :institution limit 1
              """)
          .param("institution", institution)
          .query(String.class)
          .optional()
          .map(AreaId::of)
          .orElseGet(() -> place(institution));
    }

    private AreaId place(String institution) {
      var area = areaNamedBy(institution);
      jdbc.sql(
              """
              insert into access.reach_place (area, institution, scope, ancestor, from_date)
              values ('test', :institution, 'AREA', :area, '2020-01-01')
              on conflict do nothing
              """)
          .param("institution", institution)
          .param("area", area.value())
          .update();
      return area;
    }

    private AccountId account(String key, String role) {
      var login = "t" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
      jdbc.sql(
              """
              insert into access.account (id, login, name, phone, lane, state, password, password_at,
                must_change, opened_at)
              values (:id, :login, :name, '13800000000', :lane, 'OPEN', :hash, '2200-01-01', false,
                '2020-01-01')
              on conflict do nothing
              """)
          .param("id", AccountId.next().value())
          .param("login", login)
          .param("name", name(role))
          .param("lane", lane(role))
          .param("hash", HASH)
          .update();
      var id =
          new AccountId(
              jdbc.sql("select id from access.account where login = :login")
                  .param("login", login)
                  .query(UUID.class)
                  .single());
      if (role(role).secondFactor() && !hasPhone(id)) {
        givePhone(id);
      }
      return id;
    }

    private boolean hasPhone(AccountId account) {
      return jdbc.sql("select exists (select from access.factor where account = :account)")
          .param("account", account.value())
          .query(Boolean.class)
          .single();
    }

    private PostId post(AccountId account, String role, String institution, AreaId area) {
      jdbc.sql(
              """
              insert into access.post (id, account, lane, role, institution, area, from_date)
              values (:id, :account, :lane, :role, :institution, :area, '2020-01-01')
              on conflict do nothing
              """)
          .param("id", PostId.next().value())
          .param("account", account.value())
          .param("lane", lane(role))
          .param("role", role)
          .param("institution", institution)
          .param("area", area.value())
          .update();
      return new PostId(
          jdbc.sql(
                  """
                  select id from access.post
                   where account = :account and role = :role and institution = :institution
                     and until_date is null
                  """)
              .param("account", account.value())
              .param("role", role)
              .param("institution", institution)
              .query(UUID.class)
              .single());
    }
  }
}
