package org.heyi.flow.capacity;

import static org.heyi.flow.capacity.CapacityProblem.NOT_FOUND;
import static org.heyi.flow.capacity.CapacityProblem.NOT_YOUR_DUTY;
import static org.heyi.flow.capacity.CapacityProblem.SLOT_TAKEN;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Free slots, and holding one for a while.
@Service
@Transactional
public class Slots {

  private final SlotStore store;
  private final SlotListStore lists;
  private final AppointmentStore appointments;
  private final HospitalRules rules;
  private final Audit audit;
  private final Clock clock;

  Slots(
      SlotStore store,
      SlotListStore lists,
      AppointmentStore appointments,
      HospitalRules rules,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.lists = lists;
    this.appointments = appointments;
    this.rules = rules;
    this.audit = audit;
    this.clock = clock;
  }

  /// The next segments the caller may take, earliest first.
  public List<FreeSlot> free(FreeSlotQuery query, Staff by) {
    var now = clock.instant();
    if (!by.may(CapacityDuty.BOOK) && !by.may(CapacityDuty.PLAN)) {
      throw NOT_YOUR_DUTY.with();
    }
    var today = VisitDay.of(now);
    var booker = rules.booker(by, query.purposeKind(), today);
    var asker = booker.books() ? booker : booker.moving(false);
    var window = rules.window(asker, query.hospital(), now);
    return store.offered(query, window, by.account());
  }

  /// Single slots of a hospital, earliest first.
  public Page<SlotRecord> search(SlotQuery query, PageQuery page, Staff by) {
    var clinic = query.clinic();
    var hospital =
        Optional.ofNullable(query.hospital())
            .or(() -> clinic == null ? Optional.empty() : lists.hospital(clinic));
    return hospital
        .map(it -> lists.search(it, query, page, asker(it, by)))
        .orElseGet(() -> new Page<>(List.of(), 0, page));
  }

  public SlotRecord view(SlotId id, Staff by) {
    var hospital = lists.hospital(id).orElseThrow(() -> NOT_FOUND.with());
    return lists.view(id, hospital, asker(hospital, by));
  }

  /// What somebody outside may take is asked as for a referral, which has the widest rights.
  private SlotListStore.Asker asker(InstitutionId hospital, Staff by) {
    boolean insider = ClinicActions.seen(hospital, by);
    if (!insider && !by.may(CapacityDuty.BOOK)) {
      throw NOT_YOUR_DUTY.with();
    }
    var now = clock.instant();
    var booker = rules.booker(by, Booker.REFERRAL, VisitDay.of(now));
    return new SlotListStore.Asker(by.account(), insider, rules.window(booker, hospital, now));
  }

  /// 占号: keeps a slot for the caller until the hospital's holding time is over, so that a form can
  /// be filled in. One account holds one slot: a second hold gives back the first.
  public HeldSlot hold(SlotId slot, Subject purpose, Staff by) {
    var now = clock.instant();
    var today = VisitDay.of(now);
    var offer = appointments.asked(slot, purpose).orElseThrow(() -> NOT_FOUND.with()).offer();
    var booker = rules.booker(by, purpose.kind(), today);
    var window = rules.window(booker, offer.hospital(), now);
    SlotRules.mayTake(offer.facts(), window)
        .ifPresent(it -> {
          throw it;
        });
    var other = SlotRules.mayTake(offer.facts(!offer.reserved()), window).isEmpty();
    var until = now.plus(rules.hold(offer.hospital(), today));
    var held = store.hold(offer, other, until, now, by).orElseThrow(() -> SLOT_TAKEN.with());
    audit.record(by, AuditEntry.of("capacity.held", Subject.of("slot", held)).with("until", until));
    return new HeldSlot(held, offer.start(), until);
  }

  /// What the caller holds at a department now.
  public Optional<HeldSlot> held(InstitutionId hospital, String department, Staff by) {
    return store.held(hospital, department, clock.instant(), by.account());
  }

  /// Gives back what the caller holds at a department.
  public void release(InstitutionId hospital, String department, Staff by) {
    store.release(hospital, department, by.account());
  }
}
