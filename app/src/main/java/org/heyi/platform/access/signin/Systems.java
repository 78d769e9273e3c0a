package org.heyi.platform.access.signin;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.heyi.platform.access.password.Passwords;
import org.heyi.platform.access.role.Role;
import org.heyi.platform.access.role.Roles;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.Staff;
import org.springframework.stereotype.Service;

/// 系统账号: programs of an institution, such as its HIS, that act by themselves in one post. They come
/// with a secret for a token, and with the token for everything else; never through the sign-in
/// page.
@Service
public class Systems {

  private final Attempts attempts;
  private final SystemStore store;
  private final Passwords passwords;
  private final SignInLog log;
  private final Roles roles;
  private final Clock clock;

  Systems(
      Attempts attempts,
      SystemStore store,
      Passwords passwords,
      SignInLog log,
      Roles roles,
      Clock clock) {
    this.attempts = attempts;
    this.store = store;
    this.passwords = passwords;
    this.log = log;
    this.roles = roles;
    this.clock = clock;
  }

  /// @param login as it stands in the account, for the token's `sub`
  public record Admitted(String login, Staff staff) {}

  /// Judges a name and a secret, with the same counters and the same silence as for people.
  ///
  /// @throws SignInRefused wrong, too many tries, not open, or without a post
  @NoStaffNeeded(because = "this is where a system becomes staff")
  public Admitted judge(String typedLogin, String secret, Caller caller) {
    var login = SignIns.normal(typedLogin);
    if (!attempts.take(login, caller.address())) {
      throw log.refused(login, caller, Outcome.TOO_MANY);
    }
    var found = store.find(login, today());
    var right = passwords.matches(secret, found.map(it -> it.account().hash()));
    if (found.isEmpty()) {
      throw log.refused(login, caller, Outcome.WRONG);
    }
    var account = found.get().account();
    if (!right) {
      throw log.refused(account, caller, Outcome.WRONG);
    }
    attempts.succeeded(login, caller.address());
    if (!account.open()) {
      throw log.refused(account, caller, Outcome.NOT_OPEN);
    }
    var staff = staff(found.get()).orElseThrow(() -> log.refused(account, caller, Outcome.NO_POST));
    log.letIn(account, caller);
    return new Admitted(account.login(), staff);
  }

  /// Who acts with a token made at that moment. Empty when the account is no longer open, has no
  /// post today, or was given a new secret since.
  @NoStaffNeeded(because = "it answers who acts")
  public Optional<Staff> acting(String login, Instant tokenMadeAt) {
    return store
        .find(login, today())
        .filter(it -> it.account().open())
        .filter(it -> !tokenMadeAt.isBefore(it.secretAt().truncatedTo(ChronoUnit.SECONDS)))
        .flatMap(this::staff);
  }

  private Optional<Staff> staff(SystemStore.Row row) {
    return Optional.ofNullable(row.post())
        .map(post ->
            new Staff(
                row.account().id(),
                row.name(),
                post.id(),
                post.role(),
                post.institution(),
                post.area(),
                roles.find(post.role()).map(Role::duties).orElse(Map.of())));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }
}
