package org.heyi.platform.access.signin;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.heyi.platform.access.AccessSettings;
import org.heyi.platform.access.password.PasswordRules;
import org.heyi.platform.access.role.Role;
import org.heyi.platform.access.role.Roles;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.PostId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 会话: who is signed in, and whether still.
@Service
@Transactional
public class Sessions {

  /// The row is not written on each request.
  static final Duration COARSE = Duration.ofMinutes(1);

  private final SessionStore store;
  private final Roles roles;
  private final PasswordRules rules;
  private final AccessSettings settings;
  private final Clock clock;

  Sessions(
      SessionStore store, Roles roles, PasswordRules rules, AccessSettings settings, Clock clock) {
    this.store = store;
    this.roles = roles;
    this.rules = rules;
    this.settings = settings;
    this.clock = clock;
  }

  /// Halfway, if the account has a second factor.
  ///
  /// @param post the only one, or null when the person must choose
  @NoStaffNeeded(because = "the person has just proved who they are and has no post yet")
  public SignedIn begin(AccountId account, @Nullable PostId post, Caller caller) {
    var id = UuidCreator.getTimeOrderedEpoch();
    store.holdSecondFactor(account);
    store.begin(id, account, post, caller, clock.instant());
    return new SignedIn(id, account);
  }

  /// Empty when the session is over, for whatever reason.
  @NoStaffNeeded(because = "it answers who acts")
  public Optional<Presence> presence(SignedIn who) {
    var now = clock.instant();
    return store
        .live(who.session(), LocalDate.ofInstant(now, Moments.CHINA))
        .filter(row -> stands(row, now))
        .map(row -> presence(row, now));
  }

  /// How the person stands now; empty also while the code is asked for.
  @NoStaffNeeded(because = "it answers who acts")
  public Optional<Standing> standing(SignedIn who) {
    return presence(who).filter(Standing.class::isInstance).map(Standing.class::cast);
  }

  private boolean stands(SessionStore.Row row, Instant now) {
    var over = over(row, now);
    over.ifPresent(ending -> store.end(row.session(), ending, now));
    if (over.isEmpty() && row.seenAt().plus(COARSE).isBefore(now)) {
      store.seen(row.session(), now);
    }
    return over.isEmpty();
  }

  private Optional<Ending> over(SessionStore.Row row, Instant now) {
    if (!row.open() || row.postOver()) {
      return Optional.of(Ending.ACCOUNT_CHANGED);
    }
    if (!now.isBefore(row.startedAt().plus(settings.longest()))) {
      return Optional.of(Ending.TOO_OLD);
    }
    return now.isAfter(row.seenAt().plus(settings.idle()).plus(COARSE))
        ? Optional.of(Ending.IDLE)
        : Optional.empty();
  }

  private Presence presence(SessionStore.Row row, Instant now) {
    if (row.codeDue()) {
      return new Halfway(row.session(), row.account(), row.login(), row.name());
    }
    var detour = detour(row, now);
    var post = row.post();
    return new Standing(
        row.session(),
        row.account(),
        row.login(),
        row.name(),
        detour != null || post == null ? null : post.heldBy(row.account(), row.name(), roles),
        detour);
  }

  private @Nullable Detour detour(SessionStore.Row row, Instant now) {
    if (row.mustChange() || rules.tooOld(row.passwordAt(), now)) {
      return Detour.PASSWORD;
    }
    if (row.post() == null) {
      return Detour.POST;
    }
    return row.hasFactor() || !asksForFactor(row.post()) ? null : Detour.FACTOR;
  }

  private boolean asksForFactor(Post post) {
    return roles.find(post.role()).map(Role::secondFactor).orElse(false);
  }

  /// Whether the session was still waiting for its code.
  boolean complete(Halfway who) {
    return store.complete(who.session(), clock.instant());
  }

  /// What was begun before cannot have asked for what is asked for now.
  @NoStaffNeeded(because = "everybody minds their own account, with or without a post")
  public void endOthers(Presence me) {
    store.endOthers(me.account(), me.session(), clock.instant());
  }

  /// Whether this call ended it.
  boolean end(SignedIn who, Ending ending) {
    return store.end(who.session(), ending, clock.instant());
  }
}
