package org.heyi.platform.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.heyi.platform.access.password.Digest;
import org.heyi.platform.access.password.PasswordRules;
import org.heyi.platform.access.password.Passwords;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.Period;
import org.heyi.platform.shared.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 首次启动: links that make the first system administrator. There is no default password; who reads
/// the console of the first start may found the house, once.
@Service
@Transactional
public class SetupLinks {

  static final String ROLE = "system-admin";
  private static final String WHY = "there is no administrator yet; the link is the right";
  private static final int TOKEN_BYTES = 32;

  private final SetupLinkStore store;
  private final AccountStore accounts;
  private final Posts posts;
  private final Names names;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final AccessSettings settings;
  private final Audit audit;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  SetupLinks(
      SetupLinkStore store,
      AccountStore accounts,
      Posts posts,
      Names names,
      Passwords passwords,
      PasswordRules rules,
      AccessSettings settings,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.posts = posts;
    this.names = names;
    this.passwords = passwords;
    this.rules = rules;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  /// A new link's token, or empty when there is an administrator. Only its hash is kept.
  @NoStaffNeeded(because = WHY)
  public Optional<String> next() {
    if (accounts.anyInLane(ROLE)) {
      return Optional.empty();
    }
    var bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    store.add(Digest.of(token), clock.instant().plus(settings.setupLink()));
    return Optional.of(token);
  }

  /// Where the administrator may belong to.
  ///
  /// @throws org.heyi.platform.shared.ProblemException `access.link-not-valid`
  @NoStaffNeeded(because = WHY)
  public Map<InstitutionId, String> institutions(String token) {
    if (accounts.anyInLane(ROLE) || !store.valid(Digest.of(token), clock.instant())) {
      throw AccessProblem.LINK_NOT_VALID.with();
    }
    return names.of(store.institutions());
  }

  /// Of many who use links at once, one founds; then no link is good any more.
  @NoStaffNeeded(because = WHY)
  public AccountId found(String token, FoundAdministrator command) {
    var now = clock.instant();
    store.oneAtATime();
    if (accounts.anyInLane(ROLE) || !store.valid(Digest.of(token), now)) {
      throw AccessProblem.LINK_NOT_VALID.with();
    }
    rules.check(command.password(), command.login());
    var account =
        new AccountStore.NewAccount(
            AccountId.next(),
            command.login(),
            command.name(),
            command.phone(),
            ROLE,
            passwords.hash(command.password()),
            null,
            now);
    if (!accounts.add(account)) {
      throw AccessProblem.LOGIN_TAKEN.with(command.login());
    }
    var from = new Period(LocalDate.ofInstant(now, Moments.CHINA), null);
    posts.add(account.id(), ROLE, new GivePost(ROLE, command.institution(), null, from));
    store.deleteAll();
    audit.recordWithoutStaff(
        command.login(),
        AuditEntry.of("access.administrator-founded", Subject.of("account", account.id()))
            .with("institution", command.institution()));
    return account.id();
  }
}
