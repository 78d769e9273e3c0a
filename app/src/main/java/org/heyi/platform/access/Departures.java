package org.heyi.platform.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.heyi.platform.access.deputy.Deputyships;
import org.heyi.platform.access.leaving.DutyAt;
import org.heyi.platform.access.leaving.HandOver;
import org.heyi.platform.access.leaving.Leaver;
import org.heyi.platform.access.leaving.Successor;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.PostId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 离岗: closing accounts and ending posts, and in the same transaction the hand-over of what is open
/// in the leaver's name. Nothing stays with somebody who can no longer see it.
///
/// Accounts are locked first, those of leaver and successors in the order of their ids, then each
/// room locks what it hands over. Who gives somebody work ([DutyHolders#keep]) waits for no
/// account, so nobody waits in a circle.
@Service
@Transactional
public class Departures {

  private final AccountStore accounts;
  private final DepartureStore store;
  private final AccountSight sight;
  private final Posts posts;
  private final DutyHolders holders;
  private final HandOvers handOvers;
  private final Deputyships deputyships;
  private final Audit audit;
  private final Clock clock;

  Departures(
      AccountStore accounts,
      DepartureStore store,
      AccountSight sight,
      Posts posts,
      DutyHolders holders,
      HandOvers handOvers,
      Deputyships deputyships,
      Audit audit,
      Clock clock) {
    this.accounts = accounts;
    this.store = store;
    this.sight = sight;
    this.posts = posts;
    this.holders = holders;
    this.handOvers = handOvers;
    this.deputyships = deputyships;
    this.audit = audit;
    this.clock = clock;
  }

  /// What is open, for who is about to close the account or to hand everything over.
  ///
  /// @param what CLOSE or HAND_OVER
  public Leaving ofAccount(AccountId id, AccountAction what, Staff by) {
    var account = sight.see(id, by);
    what.check(account, by);
    return new Leaving(account, null, null, handOvers.matters(whole(account)));
  }

  /// What is open, for who is about to end the post.
  public Leaving ofPost(AccountId id, PostId post, LocalDate until, Staff by) {
    var account = sight.see(id, by);
    AccountAction.END_POST.check(account, by);
    var ending = posts.ofAccount(id, post, by);
    return new Leaving(account, ending, until, handOvers.matters(without(account, ending)));
  }

  /// For ever. Its posts end today and its sessions now.
  ///
  /// @param to who takes on what needs a duty; the rest goes back to all who have it
  public void close(AccountId id, int version, Map<DutyAt, AccountId> to, Staff by) {
    var account = hold(id, to, by);
    AccountAction.CLOSE.check(account, by);
    if (!accounts.become(id, AccountState.CLOSED, version)) {
      throw AccessProblem.CHANGED_MEANWHILE.with();
    }
    accounts.endSessions(id, clock.instant());
    store.endAll(id, sight.today(), clock.instant());
    long handed = leave(new HandOver(whole(account), successors(id, to), by));
    audit.record(by, entry("access.account-closed", id).with("handed-over", handed));
  }

  /// Leaves the account as it is, e.g. of somebody who is away for long.
  public void handOver(AccountId id, int version, Map<DutyAt, AccountId> to, Staff by) {
    var account = hold(id, to, by);
    AccountAction.HAND_OVER.check(account, by);
    if (account.version() != version) {
      throw AccessProblem.CHANGED_MEANWHILE.with();
    }
    long handed = handOvers.perform(new HandOver(whole(account), successors(id, to), by));
    audit.record(by, entry("access.handed-over", id).with("handed-over", handed));
  }

  /// @param until the first day it is no longer in force; today: at once. On a day ahead the clock
  ///   hands over to those named now who hold the duty then
  public void end(AccountId id, PostId post, LocalDate until, Map<DutyAt, AccountId> to, Staff by) {
    var account = hold(id, to, by);
    AccountAction.END_POST.check(account, by);
    var ending = posts.ofAccount(id, post, by);
    if (to.keySet().stream().anyMatch(it -> !it.institution().equals(ending.institution()))) {
      throw AccessProblem.SUCCESSOR_NOT_POSSIBLE.with();
    }
    var over = store.end(id, post, until).orElseThrow(AccessProblem.CHANGED_MEANWHILE::with);
    accounts.touch(id);
    var successors = successors(id, to);
    var entry = entry("access.post-ended", id).with("post", post).with("until", until);
    if (over.isAfter(sight.today())) {
      store.name(post, to);
      audit.record(by, entry);
    } else {
      store.handedOver(post, clock.instant());
      long handed = leave(new HandOver(without(account, ending), successors, by));
      audit.record(by, entry.with("handed-over", handed));
    }
  }

  /// Hands over for a post whose last day is past; nothing when it has done so.
  ///
  /// @return whether it was this call
  boolean endByClock(DepartureStore.Due it) {
    var named = store.named(it.post(), it.institution());
    lock(it.account(), named.values());
    if (!store.isDue(it.post(), sight.today())) {
      return false;
    }
    store.handedOver(it.post(), clock.instant());
    var keeps = store.duties(it.account(), Set.of(it.post()), sight.today());
    var from = new Leaver(it.account(), it.name(), it.institution(), keeps);
    long handed = leave(new HandOver(from, stillPossible(it.account(), named), null));
    audit.recordByClock(
        HandOver.JOB,
        entry("access.post-over", it.account())
            .with("post", it.post())
            .with("handed-over", handed));
    return true;
  }

  /// Who is gone stands in for nobody, and nobody for them.
  private long leave(HandOver it) {
    deputyships.leave(it);
    return handOvers.perform(it);
  }

  private AccountView hold(AccountId id, Map<DutyAt, AccountId> to, Staff by) {
    lock(id, to.values());
    return sight.see(id, by);
  }

  /// In the order of ids, so that two who hand over to each other do not wait for each other.
  private void lock(AccountId leaver, Iterable<AccountId> successors) {
    var all = new TreeSet<>(Comparator.comparing(AccountId::value));
    all.add(leaver);
    successors.forEach(all::add);
    for (var one : all) {
      if (one.equals(leaver)) {
        accounts.lock(one);
      } else {
        store.share(one);
      }
    }
  }

  private Map<DutyAt, Successor> successors(AccountId leaver, Map<DutyAt, AccountId> to) {
    var successors = stillPossible(leaver, to);
    if (!successors.keySet().equals(to.keySet())) {
      throw AccessProblem.SUCCESSOR_NOT_POSSIBLE.with();
    }
    return successors;
  }

  /// Those of the named who hold the duty today.
  private Map<DutyAt, Successor> stillPossible(AccountId leaver, Map<DutyAt, AccountId> named) {
    var possible = new HashMap<DutyAt, Successor>();
    named.forEach((needed, account) -> {
      var name = holders.of(needed).get(account);
      if (name != null && !account.equals(leaver)) {
        possible.put(needed, new Successor(account, name));
      }
    });
    return possible;
  }

  private static Leaver whole(AccountView account) {
    return new Leaver(account.id(), account.name(), null, Set.of());
  }

  private Leaver without(AccountView account, PostView ending) {
    var keeps = store.duties(account.id(), Set.of(ending.id()), sight.today());
    return new Leaver(account.id(), account.name(), ending.institution(), keeps);
  }

  private static AuditEntry entry(String action, AccountId account) {
    return AuditEntry.of(action, Subject.of("account", account));
  }
}
