package org.heyi.platform.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heyi.platform.access.password.Passwords;
import org.heyi.platform.access.role.Role;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Period;
import org.heyi.platform.shared.PostId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Accounts and their posts, as administrators handle them. Who leaves goes through [Departures].
///
/// Lists of other rooms join `access.card_post (post, account, name, institution, department, role,
/// from_date, until_date, open)` and `access.card_duty_holder (institution, duty, account, name)`.
@Service
@Transactional
public class Accounts {

  /// @param oneTimePassword shown once, to be handed over; a person must change it at the first
  ///   sign-in, a system keeps it as its secret
  public record Opened(AccountId account, String oneTimePassword) {}

  /// @param password empty when it was given before, or the account is somebody else's by now
  public record FirstPassword(String login, String name, Optional<String> password) {}

  private final AccountStore store;
  private final AccountSight sight;
  private final Posts posts;
  private final Passwords passwords;
  private final AccessSettings settings;
  private final Audit audit;
  private final Clock clock;

  Accounts(
      AccountStore store,
      AccountSight sight,
      Posts posts,
      Passwords passwords,
      AccessSettings settings,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.sight = sight;
    this.posts = posts;
    this.passwords = passwords;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  public Opened open(OpenAccount command, Staff by) {
    return open(command, UUID.randomUUID(), by);
  }

  /// The same for a form with a key, so that its answer can be had again: [#oneTimePassword].
  public Opened open(OpenAccount command, UUID key, Staff by) {
    var role = role(command, by);
    var id = AccountId.next();
    var password = given(id, key, role.system(), by);
    var until = role.system() ? null : clock.instant().plus(settings.oneTimePassword());
    open(id, command, null, role, passwords.hash(password), until, by);
    return new Opened(id, password);
  }

  /// The same for one of many: nobody can sign in with it until [#firstPasswords] gives it one.
  ///
  /// @param until when the first post ends, or null
  public AccountId enrol(OpenAccount command, @Nullable LocalDate until, Staff by) {
    var role = role(command, by);
    if (role.system()) {
      throw AccessProblem.UNKNOWN_ROLE.with(command.role());
    }
    var id = AccountId.next();
    open(id, command, until, role, Passwords.NONE, clock.instant(), by);
    return id;
  }

  private Role role(OpenAccount command, Staff by) {
    if (!by.may(AccessDuty.MANAGE_ACCOUNTS)) {
      throw AccessProblem.NOT_YOUR_DUTY.with();
    }
    return posts.role(command.role());
  }

  private void open(
      AccountId id,
      OpenAccount command,
      @Nullable LocalDate until,
      Role role,
      String hash,
      @Nullable Instant oneTimeUntil,
      Staff by) {
    var account =
        new AccountStore.NewAccount(
            id,
            command.login(),
            command.name(),
            command.phone(),
            role.lane(),
            hash,
            oneTimeUntil,
            clock.instant());
    if (!store.add(account)) {
      throw AccessProblem.LOGIN_TAKEN.with(command.login());
    }
    var first =
        new GivePost(
            command.role(),
            command.institution(),
            command.department(),
            new Period(command.from(), until));
    posts.give(id, role.lane(), first, by);
    audit.record(
        by,
        entry("access.account-opened", id)
            .with("role", command.role())
            .with("institution", command.institution()));
  }

  public PostId give(AccountId id, GivePost command, Staff by) {
    var account = sight.hold(id, by);
    AccountAction.GIVE_POST.check(account, by);
    var post = posts.give(id, account.lane(), command, by);
    store.touch(id);
    audit.record(
        by,
        entry("access.post-given", id)
            .with("post", post)
            .with("role", command.role())
            .with("institution", command.institution()));
    return post;
  }

  public void lock(AccountId id, int version, Staff by) {
    change(id, version, AccountAction.LOCK, AccountState.LOCKED, by);
    audit.record(by, entry("access.account-locked", id));
  }

  public void unlock(AccountId id, int version, Staff by) {
    change(id, version, AccountAction.UNLOCK, AccountState.OPEN, by);
    audit.record(by, entry("access.account-unlocked", id));
  }

  private void change(AccountId id, int version, AccountAction action, AccountState to, Staff by) {
    action.check(sight.hold(id, by), by);
    if (!store.become(id, to, version)) {
      throw AccessProblem.CHANGED_MEANWHILE.with();
    }
    store.endSessions(id, clock.instant());
  }

  /// @param key of the form, so that its answer can be had again: [#oneTimePassword]
  /// @return the one-time password, shown once
  public String resetPassword(AccountId id, int version, UUID key, Staff by) {
    var account = sight.hold(id, by);
    AccountAction.RESET_PASSWORD.check(account, by);
    var password = given(id, key, account.isSystem(), by);
    var now = clock.instant();
    var until = now.plus(settings.oneTimePassword());
    if (!store.giveOneTimePassword(id, passwords.hash(password), until, now, version)) {
      throw AccessProblem.CHANGED_MEANWHILE.with();
    }
    store.endSessions(id, now);
    audit.record(by, entry("access.password-reset", id));
    return password;
  }

  /// At the next sign-in the password is enough; where the role asks for a second factor, another
  /// one is set up then. Sessions end.
  public void resetSecondFactor(AccountId id, int version, Staff by) {
    AccountAction.RESET_SECOND_FACTOR.check(sight.hold(id, by), by);
    if (!store.removeSecondFactor(id, version)) {
      throw AccessProblem.CHANGED_MEANWHILE.with();
    }
    store.endSessions(id, clock.instant());
    audit.record(by, entry("access.factor-reset", id));
  }

  /// Gives accounts of [#enrol] their one-time passwords, once; whoever comes later asks for a new
  /// one ([#resetPassword]). With the same key it is the same, as long as it opens the account and
  /// this process lives.
  public List<FirstPassword> firstPasswords(Collection<AccountId> ids, UUID key, Staff by) {
    if (!by.may(AccessDuty.MANAGE_ACCOUNTS)) {
      throw AccessProblem.NOT_YOUR_DUTY.with();
    }
    var now = clock.instant();
    var until = now.plus(settings.oneTimePassword());
    var given = new ArrayList<FirstPassword>();
    for (var account : store.seen(ids, by, sight.scope(by), sight.today())) {
      var password = given(account.id(), key, false, by);
      var hash = passwords.hashOfMadeUp(password);
      if (store.giveFirstPassword(account.id(), hash, until, now)) {
        audit.record(by, entry("access.first-password-given", account.id()));
        given.add(new FirstPassword(account.login(), account.name(), Optional.of(password)));
      } else {
        var still = store.givenHash(account.id()).filter(it -> passwords.isStill(password, it));
        given.add(new FirstPassword(account.login(), account.name(), still.map(_ -> password)));
      }
    }
    return given;
  }

  /// How many of these accounts still wait for their first password.
  public int withoutPassword(Collection<AccountId> ids, Staff by) {
    sight.scope(by);
    return store.withoutPassword(ids);
  }

  /// The one-time password that the caller made with the form `key`, for who pressed twice or lost
  /// the answer. Empty when it opens the account no longer, or another process made it.
  public Optional<String> oneTimePassword(AccountId id, UUID key, Staff by) {
    var password = given(id, key, sight.see(id, by).isSystem(), by);
    return passwords.matches(password, store.givenHash(id))
        ? Optional.of(password)
        : Optional.empty();
  }

  private String given(AccountId id, UUID key, boolean system, Staff by) {
    var occasion = "%s %s %s".formatted(id, key, by.account());
    return system ? passwords.secret(occasion) : passwords.oneTime(occasion);
  }

  public AccountView view(AccountId id, Staff by) {
    var account = sight.see(id, by);
    audit.record(by, entry("access.account-viewed", id));
    return account.with(
        posts.of(List.of(id)).getOrDefault(id, List.of()),
        posts.rolesIn(account.lane()),
        AccountAction.of(account, by));
  }

  public Page<AccountView> list(AccountQuery query, PageQuery page, Staff by) {
    var found = store.list(query, page, by, sight.scope(by), sight.today());
    var theirs = posts.of(found.rows().stream().map(AccountView::id).toList());
    var rows =
        found.rows().stream()
            .map(it ->
                it.with(
                    theirs.getOrDefault(it.id(), List.of()), List.of(), AccountAction.of(it, by)))
            .toList();
    return new Page<>(rows, found.total(), page);
  }

  /// The same list as it is taken out: from its first to its last, in the order of the page.
  public List<AccountView> all(AccountQuery query, PageQuery order, int most, Staff by) {
    var found = store.first(query, order, most, by, sight.scope(by), sight.today());
    var theirs = posts.of(found.stream().map(AccountView::id).toList());
    return found.stream()
        .map(it -> it.with(theirs.getOrDefault(it.id(), List.of()), List.of(), Set.of()))
        .toList();
  }

  /// The posts of one's own account.
  @NoStaffNeeded(because = "one chooses among them before one is staff")
  public List<PostView> ownPosts(AccountId own) {
    return posts.of(List.of(own)).getOrDefault(own, List.of());
  }

  /// The institutions within the administrator's reach, by name.
  public Map<InstitutionId, String> institutions(Staff by) {
    var names = new LinkedHashMap<InstitutionId, String>();
    posts.institutions(by, sight.scope(by)).entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .forEach(it -> names.put(it.getKey(), it.getValue()));
    return names;
  }

  /// The same for who may open accounts there.
  public Map<InstitutionId, String> placesForNew(Staff by) {
    if (!by.may(AccessDuty.MANAGE_ACCOUNTS)) {
      throw AccessProblem.NOT_YOUR_DUTY.with();
    }
    return institutions(by);
  }

  private static AuditEntry entry(String action, AccountId account) {
    return AuditEntry.of(action, Subject.of("account", account));
  }
}
