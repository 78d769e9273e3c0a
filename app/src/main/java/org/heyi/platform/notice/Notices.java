package org.heyi.platform.notice;

import static org.heyi.platform.notice.NoticeProblem.NOT_FOUND;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.heyi.platform.access.DutyHolders;
import org.heyi.platform.access.leaving.DutyAt;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 站内通知: in-app notices.
@Service
@Transactional
public class Notices {

  private final NoticeStore store;
  private final DutyHolders holders;
  private final Clock clock;

  Notices(NoticeStore store, DutyHolders holders, Clock clock) {
    this.store = store;
    this.holders = holders;
    this.clock = clock;
  }

  @NoStaffNeeded(because = "rooms and clocks tell; who reads is fixed by the receiver")
  public void tell(AccountId reader, TellNotice notice) {
    store.add(reader, notice, null, clock.instant());
  }

  /// Tells somebody of a matter that needs a duty, and whoever stands in for them there today and
  /// holds it too. The deputy reads for whom it is.
  @NoStaffNeeded(because = "rooms and clocks tell; who reads is fixed by the receiver")
  public void tell(DutyAt needed, AccountId reader, TellNotice notice) {
    var now = clock.instant();
    store.add(reader, notice, null, now);
    store
        .deputy(reader, needed.institution(), LocalDate.ofInstant(now, Moments.CHINA))
        .filter(it -> holders.of(needed).containsKey(it.account()))
        .ifPresent(it -> store.add(it.account(), notice, it.absentName(), now));
  }

  /// Tells everybody who holds the duty at the institution.
  @NoStaffNeeded(because = "rooms and clocks tell; who reads is fixed by the receiver")
  public void tell(InstitutionId institution, String duty, TellNotice notice) {
    store.holders(institution, duty).forEach(it -> tell(it, notice));
  }

  /// Tells the head of the institution: who supervises it there or at the institution that manages
  /// it; where there is none, who supervises the area.
  @NoStaffNeeded(because = "rooms and clocks tell; who reads is fixed by the receiver")
  public void tellHead(InstitutionId institution, TellNotice notice) {
    store.heads(institution).forEach(it -> tell(it, notice));
  }

  /// The caller's own notices, newest first.
  public Page<NoticeView> list(boolean unreadOnly, PageQuery page, Staff by) {
    return store.list(by.account(), unreadOnly, page);
  }

  public long unread(Staff by) {
    return store.unread(by.account());
  }

  /// Marks one notice as read; gives it, so that the reader can go where it leads.
  public NoticeView read(NoticeId id, Staff by) {
    store.read(id, by.account(), clock.instant());
    return store.find(id, by.account()).orElseThrow(NOT_FOUND::with);
  }

  /// Marks all as read that were there when the reader looked.
  ///
  /// @param until when the list was shown
  public int readAll(Instant until, Staff by) {
    return store.readAll(by.account(), until, clock.instant());
  }
}
