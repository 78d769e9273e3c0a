package org.heyi.flow.capacity;

import java.time.Clock;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the clocks of this room do.
@Component
@Transactional
class Tidying {

  private static final int BATCH = 1_000;

  private final SlotStore slots;
  private final Vacancies vacancies;
  private final HospitalRules rules;
  private final Audit audit;
  private final Clock clock;

  Tidying(SlotStore slots, Vacancies vacancies, HospitalRules rules, Audit audit, Clock clock) {
    this.slots = slots;
    this.vacancies = vacancies;
    this.rules = rules;
    this.audit = audit;
    this.clock = clock;
  }

  int freeLapsed() {
    return slots.freeLapsed(clock.instant(), BATCH);
  }

  int closeVacancies() {
    return vacancies.closeOver(BATCH);
  }

  /// Notes for each hospital which reserved slots nobody used when their fate fell: released to
  /// everybody, or lapsed, as its plan says.
  int markUnused() {
    var now = clock.instant();
    int all = 0;
    for (var hospital : slots.hospitals(VisitDay.of(now))) {
      var opening = rules.opening(hospital, VisitDay.of(now));
      int marked = slots.markUnused(hospital, now.plus(opening.unusedBefore()), now);
      if (marked > 0) {
        audit.recordByClock(
            "capacity.mark-unused",
            AuditEntry.of(
                    opening.unusedExpire() ? "capacity.unused-lapsed" : "capacity.unused-released",
                    Subject.of("institution", hospital))
                .with("slots", marked));
      }
      all += marked;
    }
    return all;
  }
}
