package org.heyi.platform.access.signin;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
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

  private final Gate gate;
  private final SystemStore store;
  private final SignInLog log;
  private final Roles roles;
  private final Clock clock;

  Systems(Gate gate, SystemStore store, SignInLog log, Roles roles, Clock clock) {
    this.gate = gate;
    this.store = store;
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
    var found =
        gate.judge(
            typedLogin, secret, caller, it -> store.find(it, today()), SystemStore.Row::account);
    var account = found.account();
    var staff = staff(found).orElseThrow(() -> log.refused(account, caller, Outcome.NO_POST));
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
        .map(it -> it.heldBy(row.account().id(), row.name(), roles));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }
}
