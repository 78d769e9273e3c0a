package org.heyi.flow.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heyi.flow.capacity.TestHospital.clerkOf;
import static org.heyi.flow.capacity.TestHospital.freshDay;
import static org.heyi.flow.capacity.TestHospital.start;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.platform.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whatever clerks do, alone or at once, a day is never below the share without a reason: 50 % of
/// expert slots in 太仓 (002 二(三)6), counted from the slots themselves.
@HeyiTest
class ShareHistoryTests {

  static final String HOSPITAL = "taicang-ruijin";

  @Autowired TestHospital hospital;
  @Autowired Clinics clinics;
  @Autowired Schedules schedules;
  @Autowired JdbcClient jdbc;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @Satisfies("APT-02")
  void neverBelowWithoutAReasonInRandomHistories(long seed) {
    var random = new SplittableRandom(seed);
    var day = freshDay(HOSPITAL);
    var all = twoClinics(day);
    int refused = 0;
    for (int step = 0; step < 40; step++) {
      var reason = random.nextInt(6) == 0 ? "理由" + step : "";
      try {
        change(all.get(random.nextInt(all.size())), day, reason, random);
      } catch (ProblemException problem) {
        refused++;
      }
      assertShare(day, "seed %d step %d".formatted(seed, step));
    }
    assertThat(refused).as("seed %d", seed).isPositive();
  }

  @Test
  @Satisfies("APT-02")
  void twoClerksAtOnceCannotSlipBelowTogether() throws Exception {
    var done = new LongAdder();
    var refused = new LongAdder();
    for (int round = 0; round < 10; round++) {
      var day = freshDay(HOSPITAL);
      var all = twoClinics(day);
      clinics.mark(mark(all.getFirst(), day, 1, true), clerkOf(HOSPITAL));
      var barrier = new CyclicBarrier(2);
      try (var pool = Executors.newFixedThreadPool(2)) {
        var both =
            all.stream()
                .map(clinic -> {
                  var change = mark(clinic, day, 1, false);
                  return pool.submit(
                      () -> {
                        barrier.await();
                        try {
                          clinics.mark(change, clerkOf(HOSPITAL));
                          done.increment();
                        } catch (ProblemException below) {
                          refused.increment();
                        }
                        return 0;
                      });
                })
                .toList();
        for (var one : both) {
          one.get();
        }
      }
      assertShare(day, "round " + round);
    }
    System.out.printf(
        "race share: attempts %d, done %d, refused %d, days below without a reason 0%n",
        done.sum() + refused.sum(), done.sum(), refused.sum());
    assertThat(done.sum()).isEqualTo(10);
    assertThat(refused.sum()).isEqualTo(10);
  }

  /// Exactly at the share: 8 expert slots, 4 of them reserved.
  private List<ClinicId> twoClinics(LocalDate day) {
    var all = new ArrayList<ClinicId>();
    all.add(hospital.draft(HOSPITAL, day, "expert", 1, 4, 2));
    all.add(hospital.draft(HOSPITAL, day, "expert", 1, 4, 2));
    hospital.publish(HOSPITAL, day, "");
    return all;
  }

  private ClinicChange.Mark mark(ClinicId clinic, LocalDate day, int count, boolean reserved) {
    return new ClinicChange.Mark(clinic, version(clinic), start(day), count, reserved, "");
  }

  private void change(ClinicId clinic, LocalDate day, String reason, SplittableRandom random) {
    var clerk = clerkOf(HOSPITAL);
    int version = version(clinic);
    int count = 1 + random.nextInt(2);
    boolean reserved = random.nextBoolean();
    switch (random.nextInt(20)) {
      case 0 -> clinics.stop(new ClinicChange.Stop(clinic, version, "停诊", reason), clerk);
      case 1, 2 ->
          clinics.substitute(
              new ClinicChange.Substitute(
                  clinic,
                  version,
                  "替诊" + version,
                  null,
                  reserved ? "expert" : "ordinary",
                  "替诊",
                  reason),
              clerk);
      case 3, 4, 5 ->
          clinics.addExtra(
              new ClinicChange.AddExtra(
                  clinic, version, start(day), count, reserved, "加号", reason),
              clerk);
      default ->
          clinics.mark(
              new ClinicChange.Mark(clinic, version, start(day), count, reserved, reason), clerk);
    }
  }

  private int version(ClinicId clinic) {
    return jdbc.sql("select version from capacity.clinic where id = :id")
        .param("id", clinic.value())
        .query(Integer.class)
        .single();
  }

  private void assertShare(LocalDate day, String when) {
    var counted =
        jdbc.sql(
                """
                select count(*) as offered, count(*) filter (where reserved) as reserved
                  from capacity.slot
                 where hospital = :hospital and day = :day and class = 'expert'
                   and state <> 'cancelled'
                """)
            .param("hospital", HOSPITAL)
            .param("day", day)
            .query((row, _) -> new int[] {row.getInt("offered"), row.getInt("reserved")})
            .single();
    boolean below = 2 * counted[1] < counted[0];
    var line =
        schedules.quota(day, day, clerkOf(HOSPITAL)).stream()
            .filter(it -> it.basis().equals("expert"))
            .findFirst();
    assertThat(below && line.map(QuotaLine::reason).orElse("").isEmpty())
        .as("%s: %d of %d reserved", when, counted[1], counted[0])
        .isFalse();
    line.ifPresent(it -> {
      assertThat(it.offered()).as(when).isEqualTo(counted[0]);
      assertThat(it.reserved()).as(when).isEqualTo(counted[1]);
    });
  }
}
