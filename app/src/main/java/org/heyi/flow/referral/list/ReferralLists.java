package org.heyi.flow.referral.list;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.heyi.flow.referral.ReferralDuty;
import org.heyi.flow.referral.list.ReferralListStore.Part;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The lists of referrals, each of what the caller's own institution has to do with; who oversees
/// also sees what those below have sent. A caller without the duty gets an empty list.
@Service
@Transactional
public class ReferralLists {

  private static final int ON_ONE_READING = 200;

  private final ReferralListStore store;
  private final SearchStore search;
  private final WaitingStore waiting;
  private final Audit audit;
  private final Clock clock;

  ReferralLists(
      ReferralListStore store, SearchStore search, WaitingStore waiting, Audit audit, Clock clock) {
    this.store = store;
    this.search = search;
    this.waiting = waiting;
    this.audit = audit;
    this.clock = clock;
  }

  /// What the caller's institution has sent or is writing.
  public Page<ReferralRow> sent(ReferralFilter filter, PageQuery page, Staff by) {
    var scope = by.scope(ReferralDuty.OVERSEE).orElse(Scope.OWN);
    var part = by.may(ReferralDuty.SEND) ? Part.SENT : Part.OVERSEEN;
    if (!by.may(ReferralDuty.SEND) && !by.may(ReferralDuty.OVERSEE)) {
      return empty(page);
    }
    return list("sent", part, filter, page, scope, by);
  }

  /// What the referral office, or the physicians asked for an opinion, have to decide.
  public Page<ReferralRow> inbox(ReferralFilter filter, PageQuery page, Staff by) {
    if (by.may(ReferralDuty.REVIEW) || by.may(ReferralDuty.OVERSEE)) {
      return list("inbox", Part.INBOX, filter, page, Scope.OWN, by);
    }
    return by.may(ReferralDuty.ADVISE)
        ? list("inbox", Part.ADVICE, filter, page, Scope.OWN, by)
        : empty(page);
  }

  /// Who is expected at the hospital on a day, and who has come.
  public Page<ReferralRow> desk(LocalDate day, ReferralFilter filter, PageQuery page, Staff by) {
    return by.may(ReferralDuty.ARRIVE) || by.may(ReferralDuty.REVIEW)
        ? list("desk", Part.DESK, filter, page, Scope.OWN, day, by)
        : empty(page);
  }

  /// Who is here or in care.
  public Page<ReferralRow> care(ReferralFilter filter, PageQuery page, Staff by) {
    return by.may(ReferralDuty.TREAT)
        ? list("care", Part.CARE, filter, page, Scope.OWN, by)
        : empty(page);
  }

  /// What one needs on paper when Heyi is out: open referrals of the caller's institution, sent or
  /// received, by the time of the visit.
  public List<ReferralRow> outage(Staff by) {
    var may =
        List.of(ReferralDuty.SEND, ReferralDuty.REVIEW, ReferralDuty.ARRIVE).stream()
            .anyMatch(by::may);
    return may ? allOnPaper(by) : List.of();
  }

  /// Paper has no second page to click: all of them, in as many readings as it takes.
  private List<ReferralRow> allOnPaper(Staff by) {
    var all = new ArrayList<ReferralRow>();
    Page<ReferralRow> part;
    int number = 0;
    do {
      var page = new PageQuery(++number, ON_ONE_READING, "visit", false);
      part = list("outage", Part.OUTAGE, ReferralFilter.NONE, page, Scope.OWN, by);
      all.addAll(part.rows());
    } while (!part.isEmpty() && all.size() < part.total());
    return all;
  }

  /// What another system asks for, among all the caller may know of.
  public Page<ReferralRow> find(ReferralQuery query, PageQuery page, Staff by) {
    var sides = Sides.of(by);
    if (sides.none()) {
      return empty(page);
    }
    var rows = store.find(query, sides, page, by, clock.instant());
    record("query", rows, by);
    return rows;
  }

  /// For the search box: a number, or how a name begins, among what the institution has to do with.
  public List<ReferralRow> search(String text, int most, Staff by) {
    if (by.duties().keySet().stream().noneMatch(it -> it.startsWith("referral."))) {
      return List.of();
    }
    var ids = search.find(text, by.institution(), most);
    var rows = store.rows(ids, clock.instant());
    record("search", new Page<>(rows, rows.size(), new PageQuery(1, most, "changed", true)), by);
    return rows;
  }

  /// The referrals of one resident that the institution has to do with, newest first.
  public List<ReferralRow> of(ResidentId resident, Staff by) {
    if (by.duties().keySet().stream().noneMatch(it -> it.startsWith("referral."))) {
      return List.of();
    }
    var rows = store.of(resident, by.institution(), clock.instant());
    audit.record(
        by,
        AuditEntry.of("referral.listed", Subject.of("resident", resident))
            .about(resident)
            .with("list", "resident")
            .with("total", rows.size()));
    return rows;
  }

  /// Counts without names: nothing of a resident is shown.
  public Waiting waiting(Staff by) {
    return waiting.waiting(by.institution(), by.account(), clock.instant());
  }

  /// How many wait in the office's or the physicians' worklist: the number beside the menu entry.
  public long toDecide(Staff by) {
    var part = by.may(ReferralDuty.REVIEW) ? Part.INBOX : Part.ADVICE;
    return by.may(ReferralDuty.REVIEW) || by.may(ReferralDuty.ADVISE)
        ? store.count(part, by.institution(), by.account(), clock.instant())
        : 0;
  }

  private Page<ReferralRow> list(
      String name, Part part, ReferralFilter filter, PageQuery page, Scope scope, Staff by) {
    return list(name, part, filter, page, scope, LocalDate.EPOCH, by);
  }

  private Page<ReferralRow> list(
      String name,
      Part part,
      ReferralFilter filter,
      PageQuery page,
      Scope scope,
      LocalDate day,
      Staff by) {
    var from = start(day);
    var asked =
        new ReferralListStore.Asked(
            part, filter, page, by, scope, from, start(day.plusDays(1)), clock.instant());
    var rows = store.list(asked);
    record(name, rows, by);
    return rows;
  }

  private void record(String name, Page<ReferralRow> rows, Staff by) {
    audit.record(
        by,
        AuditEntry.of("referral.listed", Subject.of("institution", by.institution()))
            .about(rows.rows().stream().map(ReferralRow::resident).distinct().toList())
            .with("list", name)
            .with("page", rows.query().page())
            .with("total", rows.total()));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(Moments.CHINA).toInstant();
  }

  private static Page<ReferralRow> empty(PageQuery page) {
    return new Page<>(List.of(), 0, page);
  }
}
