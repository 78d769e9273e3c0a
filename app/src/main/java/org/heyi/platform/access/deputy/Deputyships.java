package org.heyi.platform.access.deputy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.heyi.platform.access.AccessDuty;
import org.heyi.platform.access.Names;
import org.heyi.platform.access.Reach;
import org.heyi.platform.access.leaving.HandOver;
import org.heyi.platform.access.leaving.Leaver;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 代理 (AB角): one names who stands in for oneself, or an administrator does.
///
/// A deputyship gives no right. What is assigned to the absent one at the institution is shown to
/// the deputy and may be done by them as far as they hold the duty themselves; both are told. It is
/// not handed on: whoever is away in the period can be nobody's deputy in it.
@Service
@Transactional
public class Deputyships {

  private final DeputyStore store;
  private final Reach reach;
  private final Names names;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final Duration longest;

  /// @param longest how long a deputyship may last; house value: half a year, after which a post is
  ///   to be given
  Deputyships(
      DeputyStore store,
      Reach reach,
      Names names,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock,
      @Value("${heyi.access.deputyship:183d}") Duration longest) {
    this.store = store;
    this.reach = reach;
    this.names = names;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
    this.longest = longest;
  }

  public DeputyId name(NameDeputy it, Staff by) {
    mayName(it, by);
    if (it.absent().equals(it.deputy())) {
      throw DeputyProblem.NOT_ONESELF.with();
    }
    checkPeriod(it);
    var both = new TreeSet<>(Comparator.comparing(AccountId::value));
    both.addAll(List.of(it.absent(), it.deputy()));
    both.forEach(store::lock);
    var common = store.duties(it.absent(), it.institution(), it.period().from());
    common.retainAll(store.duties(it.deputy(), it.institution(), it.period().from()));
    if (common.isEmpty()) {
      throw DeputyProblem.NO_COMMON_DUTY.with();
    }
    if (store.isAway(it.deputy(), it)) {
      throw DeputyProblem.DEPUTY_IS_AWAY.with();
    }
    if (store.deputises(it.absent(), it)) {
      throw DeputyProblem.DEPUTISES_THEN.with();
    }
    var id = DeputyId.next();
    if (!store.add(id, it, by, clock.instant())) {
      throw DeputyProblem.ALREADY_HAS_ONE.with();
    }
    var named = store.find(id, today()).orElseThrow();
    audit.record(by, entry("access.deputy-named", named));
    events.publishEvent(new DeputyEvent.Named(id, pair(named), by.account(), clock.instant()));
    return id;
  }

  /// For oneself where one works now; else for somebody within the reach of the administrator.
  private void mayName(NameDeputy it, Staff by) {
    var own = it.absent().equals(by.account()) && it.institution().equals(by.institution());
    if (!own && !reach.covers(by, AccessDuty.MANAGE_ACCOUNTS, it.institution())) {
      throw DeputyProblem.NOT_YOUR_DUTY.with();
    }
  }

  private void checkPeriod(NameDeputy it) {
    var from = it.period().from();
    var until = it.period().until();
    if (from.isBefore(today()) || until == null || until.isAfter(lastUntil(from))) {
      throw DeputyProblem.PERIOD_NOT_POSSIBLE.with(longest.toDays());
    }
  }

  private LocalDate lastUntil(LocalDate from) {
    return from.plusDays(longest.toDays());
  }

  /// Before its last day: by either side, or the administrator.
  public void end(DeputyId id, Staff by) {
    var it =
        store
            .find(id, today())
            .filter(one -> mayEnd(one, by))
            .orElseThrow(DeputyProblem.NOT_FOUND::with);
    if (!store.end(id, by.account(), clock.instant(), today())) {
      throw DeputyProblem.ALREADY_OVER.with();
    }
    audit.record(by, entry("access.deputy-ended", it));
    events.publishEvent(new DeputyEvent.Ended(id, pair(it), by.account(), clock.instant()));
  }

  private boolean mayEnd(Deputyship it, Staff by) {
    return it.absent().equals(by.account())
        || it.deputy().equals(by.account())
        || reach.covers(by, AccessDuty.MANAGE_ACCOUNTS, it.institution());
  }

  /// Of somebody who leaves, on either side, where they have no post any more. In the transaction
  /// that closes the account or ends the post.
  @NoStaffNeeded(because = "the hand-over says who acts; Departures has decided that they may")
  public void leave(HandOver handOver) {
    var from = handOver.from();
    @Nullable AccountId by = handOver.by() == null ? null : handOver.by().account();
    for (var it : store.of(from.account(), today(), today())) {
      if (it.isAhead()
          && isLeft(it.institution(), from)
          && store.end(it.id(), by, clock.instant(), today())) {
        record(handOver, it);
        events.publishEvent(new DeputyEvent.Ended(it.id(), pair(it), by, clock.instant()));
      }
    }
  }

  private static boolean isLeft(InstitutionId institution, Leaver from) {
    return (from.at() == null || from.at().equals(institution))
        && from.keeps().stream().noneMatch(it -> it.institution().equals(institution));
  }

  private void record(HandOver handOver, Deputyship it) {
    if (handOver.by() == null) {
      audit.recordByClock(HandOver.JOB, entry("access.deputy-ended", it));
    } else {
      audit.record(handOver.by(), entry("access.deputy-ended", it));
    }
  }

  /// One's own, on either side: those in force and ahead, and those of the last month.
  public List<Deputyship> own(Staff by) {
    return shown(store.of(by.account(), today().minusMonths(1), today()), by);
  }

  /// Those of an account within the administrator's reach.
  public List<Deputyship> of(AccountId account, Staff by) {
    return shown(
        store.of(account, today().minusMonths(1), today()).stream()
            .filter(it -> reach.covers(by, AccessDuty.MANAGE_ACCOUNTS, it.institution()))
            .toList(),
        by);
  }

  /// Those in force today where the caller works now, on either side.
  public List<Deputyship> today(Staff by) {
    return shown(
        store.of(by.account(), today(), today()).stream()
            .filter(it -> it.isNow() && it.institution().equals(by.institution()))
            .toList(),
        by);
  }

  /// @param all past and ended ones too
  public Page<Deputyship> list(boolean all, PageQuery page, Staff by) {
    var scope = by.scope(AccessDuty.MANAGE_ACCOUNTS).orElseThrow(DeputyProblem.NOT_YOUR_DUTY::with);
    var found = store.list(all, page, by, scope, today());
    return new Page<>(shown(found.rows(), by), found.total(), page);
  }

  /// Who could stand in for the caller where they work now, account → name.
  public Map<AccountId, String> candidates(Staff by) {
    return store.candidates(by.account(), by.institution(), today());
  }

  /// Who could stand in for somebody, at each institution within the administrator's reach.
  public Map<InstitutionId, Map<AccountId, String>> candidates(AccountId absent, Staff by) {
    var all = new LinkedHashMap<InstitutionId, Map<AccountId, String>>();
    for (var institution : store.institutions(absent, today())) {
      if (reach.covers(by, AccessDuty.MANAGE_ACCOUNTS, institution)) {
        all.put(institution, store.candidates(absent, institution, today()));
      }
    }
    return all;
  }

  private List<Deputyship> shown(Collection<Deputyship> found, Staff by) {
    var called = names.of(found.stream().map(Deputyship::institution).collect(Collectors.toSet()));
    return found.stream()
        .map(it ->
            it.with(
                called.getOrDefault(it.institution(), it.institution().value()),
                it.isAhead() ? lacks(it) : List.of(),
                it.isAhead() && mayEnd(it, by)))
        .toList();
  }

  private List<String> lacks(Deputyship it) {
    var day = it.from().isAfter(today()) ? it.from() : today();
    var lacking = store.duties(it.absent(), it.institution(), day);
    lacking.removeAll(store.duties(it.deputy(), it.institution(), day));
    return List.copyOf(lacking);
  }

  private static DeputyEvent.Pair pair(Deputyship it) {
    return new DeputyEvent.Pair(
        it.absent(), it.absentName(), it.deputy(), it.deputyName(), it.from(), it.last());
  }

  private static AuditEntry entry(String action, Deputyship it) {
    return AuditEntry.of(action, Subject.of("account", it.absent()))
        .with("deputy", it.deputy())
        .with("institution", it.institution())
        .with("from", it.from())
        .with("last", it.last());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }
}
