package org.heyi.flow.capacity;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.heyi.platform.access.leaving.HandOver;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.heyi.platform.work.OpenWork;
import org.heyi.platform.work.Work;
import org.heyi.platform.work.WorkOwner;
import org.heyi.platform.work.WorkSubjects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 待定医师: clinics whose doctor has left. Finding another one, or stopping the clinic, is work of the
/// schedule office until the clinic begins.
@Component
class Vacancies implements WorkSubjects {

  static final String KIND = "capacity.find-doctor";
  static final String JOB = "capacity.close-vacancies";
  private static final int URGENT = 1;

  private final VacancyStore store;
  private final Work work;
  private final Clock clock;

  Vacancies(VacancyStore store, Work work, Clock clock) {
    this.store = store;
    this.work = work;
    this.clock = clock;
  }

  void open(Clinic clinic, Instant now, @Nullable Staff by) {
    var start = clinic.start();
    var item =
        new OpenWork(
            subject(clinic.id()),
            KIND,
            store.department(clinic.id()),
            "/clinics/" + clinic.id(),
            WorkOwner.of(clinic.hospital(), CapacityDuty.PLAN.code()),
            URGENT,
            now,
            start.isAfter(now) ? start : now);
    if (by == null) {
      work.openByClock(item, HandOver.JOB);
    } else {
      work.open(item, by);
    }
  }

  /// Another doctor was found, or the clinic is stopped.
  void close(ClinicId clinic, Staff by) {
    work.close(subject(clinic), KIND, by);
  }

  /// What is over needs no doctor any more.
  int closeOver(int most) {
    var over = store.over(clock.instant(), most);
    over.forEach(it -> work.closeByClock(subject(it), KIND, JOB));
    return over.size();
  }

  @Override
  public List<Forgotten> withoutItem(Within within, int most) {
    return store.withoutItem(within, clock.instant(), most);
  }

  static Forgotten forgotten(ClinicId id, InstitutionId hospital, String title, Instant since) {
    return new Forgotten(subject(id), hospital, title, "/clinics/" + id, since);
  }

  private static Subject subject(ClinicId id) {
    return Subject.of("clinic", id);
  }
}
