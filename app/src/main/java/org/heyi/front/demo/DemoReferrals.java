package org.heyi.front.demo;

import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MINUTES;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.List;
import java.util.UUID;
import org.heyi.flow.capacity.FreeSlot;
import org.heyi.flow.referral.Drafts;
import org.heyi.flow.referral.Press;
import org.heyi.flow.referral.Redirects;
import org.heyi.flow.referral.ReferralId;
import org.heyi.flow.referral.Referrals;
import org.heyi.flow.referral.content.ClinicalSummary;
import org.heyi.flow.referral.content.ContactPerson;
import org.heyi.flow.referral.content.Destination;
import org.heyi.flow.referral.content.Diagnoses;
import org.heyi.flow.referral.content.Diagnosis;
import org.heyi.flow.referral.content.Feedback;
import org.heyi.flow.referral.content.RefusalReasons;
import org.heyi.flow.referral.content.Request;
import org.heyi.platform.shared.Code;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.steering.directory.DepartmentView;
import org.heyi.steering.directory.Institutions;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/// Twelve days of referrals up to the demo day, put on an [Agenda] and replayed through the
/// facades.
///
/// What would happen after the demo day's morning stays undone: that is what waits on the pages.
@Component
@Conditional(DemoMode.class)
class DemoReferrals {

  private static final int DAYS = 12;
  private static final int A_DAY = 3;
  private static final int FRESH = 9;
  private static final ContactPerson RELATIVE = new ContactPerson("演示家属", "家属", "19000009999");

  private final Drafts drafts;
  private final Referrals referrals;
  private final Redirects redirects;
  private final Diagnoses diagnoses;
  private final RefusalReasons reasons;
  private final Clock clock;
  private final Institutions institutions;

  DemoReferrals(
      Drafts drafts,
      Referrals referrals,
      Redirects redirects,
      Diagnoses diagnoses,
      RefusalReasons reasons,
      Institutions institutions,
      Clock clock) {
    this.drafts = drafts;
    this.referrals = referrals;
    this.redirects = redirects;
    this.diagnoses = diagnoses;
    this.reasons = reasons;
    this.institutions = institutions;
    this.clock = clock;
  }

  /// What becomes of a referral.
  private enum Fate {
    TREATED,
    RETURNED,
    REFUSED,
    WITHDRAWN,
    NOT_COME,
    /// Sent on to another department, and waiting there.
    REDIRECTED,
    /// Left for whoever looks at the demonstration, with a visit far enough ahead to be in time.
    WAITING
  }

  /// @param residents those of each sender of the cast
  void putOn(
      Agenda agenda, DemoCast cast, List<List<ResidentId>> residents, SyntheticPeople people) {
    var today = cast.today();
    var cases = casesFor(cast.lead());
    var queues = residents.stream().map(ArrayDeque::new).toList();
    for (var day = today.minusDays(DAYS); day.isBefore(today); day = day.plusDays(1)) {
      if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
        continue;
      }
      for (int i = 0; i < A_DAY; i++) {
        var at = at(day, 8, 20 + 110 * i + people.below(60));
        new Play(agenda, cast, cases, people, queues, fate(people)).begin(at);
      }
    }
    for (int i = 0; i < FRESH; i++) {
      new Play(agenda, cast, cases, people, queues, fresh(i))
          .begin(at(today.minusDays(1), 16, 10 + 12 * i));
    }
  }

  /// Those that one of the hospital's departments treats.
  private List<DemoCase> casesFor(InstitutionId hospital) {
    var departments =
        institutions.departments(hospital).stream().map(DepartmentView::code).toList();
    return DemoCase.all().stream().filter(it -> departments.contains(it.department())).toList();
  }

  private static Fate fresh(int i) {
    return switch (i) {
      case 3 -> Fate.RETURNED;
      case 5 -> Fate.REDIRECTED;
      default -> i % 2 == 0 ? Fate.WAITING : Fate.TREATED;
    };
  }

  private static Fate fate(SyntheticPeople people) {
    return switch (people.below(12)) {
      case 0 -> Fate.RETURNED;
      case 1 -> Fate.REFUSED;
      case 2 -> Fate.WITHDRAWN;
      case 3 -> Fate.NOT_COME;
      default -> Fate.TREATED;
    };
  }

  private static Instant at(LocalDate day, int hour, int minutes) {
    return day.atTime(hour, 0).plusMinutes(minutes).atZone(Moments.CHINA).toInstant();
  }

  /// One resident's referral from the first press to the end its fate has for it.
  private final class Play {

    private final Agenda agenda;
    private final SyntheticPeople people;
    private final ResidentId resident;
    private final Fate fate;
    private final DemoCase theCase;
    private final Staff sender;
    private final Staff clerk;
    private final Staff doctor;
    private final Staff desk;
    private final DemoCast cast;

    private Play(
        Agenda agenda,
        DemoCast cast,
        List<DemoCase> cases,
        SyntheticPeople people,
        List<ArrayDeque<ResidentId>> residents,
        Fate fate) {
      this.agenda = agenda;
      this.people = people;
      this.fate = fate;
      this.cast = cast;
      this.theCase = cases.get(people.below(cases.size()));
      int which = people.below(cast.senders().size());
      this.sender = cast.senders().get(which);
      this.resident = residents.get(which).removeFirst();
      this.clerk = cast.reviewers().get(people.below(cast.reviewers().size()));
      this.doctor = cast.physicians().get(people.below(cast.physicians().size()));
      this.desk = cast.desk();
    }

    private void begin(Instant at) {
      agenda.add(at, this::send);
    }

    private void send() {
      var id = draft();
      var times = drafts.times(id, sender);
      if (times.isEmpty()) {
        return;
      }
      var slot =
          fate == Fate.WAITING
              ? times.getLast()
              : times.get(people.below(Math.min(times.size(), 4)));
      referrals.send(id, slot.slot(), press(id, sender), sender);
      after(25L + people.below(150), MINUTES, () -> review(id, slot));
    }

    private ReferralId draft() {
      var summary =
          new ClinicalSummary(
              theCase.complaint(),
              theCase.vitalSigns(),
              theCase.allergies(),
              theCase.allergies().isEmpty(),
              theCase.medicines(),
              theCase.medicines().isEmpty(),
              diagnosis());
      var id = drafts.start(resident, summary, UUID.randomUUID(), sender);
      var to = new Destination(cast.lead(), theCase.department());
      var request = new Request(to, theCase.urgency(), theCase.reason(), true, RELATIVE);
      drafts.request(id, request, press(id, sender), sender);
      return id;
    }

    private void review(ReferralId id, FreeSlot slot) {
      switch (fate) {
        case WITHDRAWN -> referrals.withdraw(id, "患者家属要求改期就诊", press(id, sender), sender);
        case REFUSED -> referrals.refuse(id, reason(), "可在基层继续观察治疗", press(id, clerk), clerk);
        case RETURNED -> {
          referrals.giveBack(id, "请补充近期心电图或检查结果，并核对用药剂量", press(id, clerk), clerk);
          after(20, HOURS, () -> sendAgain(id, slot));
        }
        case REDIRECTED -> redirect(id);
        case TREATED, NOT_COME -> accept(id, slot);
        case WAITING -> {}
      }
    }

    /// To the hospital's first department that has a time for it.
    private void redirect(ReferralId id) {
      var it = redirects.redirectable(id, clerk);
      redirects.departments(it, "", clerk).stream()
          .filter(there -> there.institution().equals(cast.lead()))
          .flatMap(there ->
              redirects
                  .times(it, new Destination(there.institution(), there.code()), clerk)
                  .stream())
          .findFirst()
          .ifPresent(there ->
              redirects.redirect(id, there.slot(), "病情更适合专科门诊评估，已另约时间", press(id, clerk), clerk));
    }

    private void sendAgain(ReferralId id, FreeSlot slot) {
      referrals.send(id, null, press(id, sender), sender);
      after(1, HOURS, () -> accept(id, slot));
    }

    private void accept(ReferralId id, FreeSlot slot) {
      referrals.accept(id, press(id, clerk), clerk);
      if (fate == Fate.NOT_COME) {
        agenda.add(slot.end().plus(2, HOURS), () -> referrals.noShow(id, press(id, desk), desk));
      } else {
        agenda.add(slot.start().minus(8, MINUTES), () -> arrive(id));
      }
    }

    private void arrive(ReferralId id) {
      referrals.arrive(id, press(id, desk), desk);
      after(25, MINUTES, () -> referrals.takeIn(id, press(id, doctor), doctor));
      after(26, HOURS, () -> feedBack(id));
    }

    private void feedBack(ReferralId id) {
      var feedback = new Feedback(diagnosis(), theCase.treatment(), theCase.advice());
      referrals.feedBack(id, feedback, press(id, doctor), doctor);
      after(18, HOURS, () -> referrals.close(id, press(id, sender), sender));
    }

    private void after(long amount, ChronoUnit unit, Runnable what) {
      agenda.add(clock.instant().plus(amount, unit), what);
    }

    private Diagnosis diagnosis() {
      return diagnoses.find(new Code(Diagnoses.SYSTEM, theCase.icd())).orElseThrow();
    }

    private String reason() {
      return reasons.all().getFirst().code();
    }

    private Press press(ReferralId id, Staff by) {
      return Press.of(UUID.randomUUID(), referrals.view(id, by).facts().version());
    }
  }
}
