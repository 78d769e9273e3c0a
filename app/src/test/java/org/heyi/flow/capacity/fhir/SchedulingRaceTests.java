package org.heyi.flow.capacity.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heyi.flow.capacity.fhir.TestScheduling.CENTRE;
import static org.heyi.flow.capacity.fhir.TestScheduling.HOSPITAL;
import static org.heyi.flow.capacity.fhir.TestScheduling.NUMBERS;
import static org.heyi.flow.capacity.fhir.TestScheduling.booking;
import static org.heyi.flow.capacity.fhir.TestScheduling.first;
import static org.heyi.flow.capacity.fhir.TestScheduling.numbered;
import static org.heyi.flow.capacity.fhir.TestScheduling.visit;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.flow.capacity.TestHospital;
import org.heyi.platform.fhir.FhirClient;
import org.hl7.fhir.r4.model.Appointment;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Many systems at once on few slots, over real HTTP: nothing is sold twice or lost, and what comes
/// again is done once.
@HeyiTest
class SchedulingRaceTests {

  private static final int THREADS = 32;
  private static final int EACH = 4;
  private static final int SLOTS = 12;

  @LocalServerPort int port;
  @Autowired TestScheduling scheduling;

  @Test
  @Satisfies("APT-01")
  void fewSlotsAreSoldOutExactly() {
    var clinic = scheduling.clinic(TestHospital.freshDay(HOSPITAL), 3, SLOTS / 3, 0);
    var systems =
        IntStream.range(0, 4)
            .mapToObj(_ -> scheduling.clinicSystem(port, CENTRE).hurried())
            .toList();
    var slots =
        IntStream.rangeClosed(1, SLOTS).mapToObj(it -> scheduling.slot(clinic, it)).toList();
    var people =
        IntStream.range(0, THREADS * EACH).mapToObj(_ -> scheduling.residentOf(CENTRE)).toList();
    var results = new ConcurrentHashMap<String, LongAdder>();

    together(number -> {
      var random = new SplittableRandom(number);
      for (int i = 0; i < EACH; i++) {
        var visit = visit(slots.get(random.nextInt(SLOTS)), people.get(number * EACH + i));
        count(results, systems.get(number % 4).post("Appointment/$book", booking(visit)));
      }
    });
    // what chance left over goes to whoever asks for it by name
    for (int i = 1; i <= SLOTS; i++) {
      var visit = visit(scheduling.slot(clinic, i), scheduling.residentOf(CENTRE));
      count(results, systems.getFirst().post("Appointment/$book", booking(visit)));
    }

    var sold = scheduling.sold(clinic);
    System.out.printf(
        "race $book over HTTP: attempts %d, booked %d, refused %d, oversold %d, %s%n",
        THREADS * EACH + SLOTS,
        sum(results, "200"),
        sum(results, "capacity.slot-taken"),
        sold.oversold(),
        new TreeMap<>(results));
    assertThat(sold).isEqualTo(new TestScheduling.Sold(SLOTS, 0));
    assertThat(results.keySet()).containsExactlyInAnyOrder("200", "capacity.slot-taken");
    assertThat(sum(results, "200")).isEqualTo(SLOTS);
  }

  @Test
  void aCreateUnderOneNumberMakesOneAppointment() {
    var clinic = scheduling.clinic(TestHospital.freshDay(HOSPITAL), 1, SLOTS, 0);
    var system = scheduling.clinicSystem(port, CENTRE).hurried();
    var resident = scheduling.residentOf(CENTRE);
    var number = "C-" + clinic;
    var ids = ConcurrentHashMap.<String>newKeySet();
    var results = new ConcurrentHashMap<String, LongAdder>();

    together(thread -> {
      var slot = scheduling.slot(clinic, 1 + thread % SLOTS);
      var visit = visit(slot, resident);
      var answer =
          system.post(
              "Appointment", visit, "If-None-Exist", "identifier=" + NUMBERS + "|" + number);
      count(results, answer);
      ids.add(answer.as(Appointment.class).getIdElement().getIdPart());
    });

    int live = scheduling.sold(clinic).live();
    System.out.printf(
        "race If-None-Exist: attempts %d, made %d, violations %d, %s%n",
        THREADS, sum(results, "201"), live - 1, new TreeMap<>(results));
    assertThat(ids).hasSize(1);
    assertThat(live).isEqualTo(1);
    assertThat(sum(results, "201")).isEqualTo(1);
    assertThat(sum(results, "200")).isEqualTo(THREADS - 1);
  }

  @Test
  void aKeyMakesARepeatedBookingTheSameAndRefusesAnother() {
    var clinic = scheduling.clinic(TestHospital.freshDay(HOSPITAL), 2, 2, 0);
    var system = scheduling.clinicSystem(port, CENTRE);
    var visit =
        numbered(visit(scheduling.slot(clinic, 1), scheduling.residentOf(CENTRE)), "D-" + clinic);
    var other = visit(scheduling.slot(clinic, 2), scheduling.residentOf(CENTRE));
    var key = "key-" + clinic;

    var once = system.post("Appointment/$book", booking(visit), "Idempotency-Key", key);
    var twice = system.post("Appointment/$book", booking(visit), "Idempotency-Key", key);
    var wrong = system.post("Appointment/$book", booking(other), "Idempotency-Key", key);

    assertThat(first(twice).getIdElement().getIdPart())
        .isEqualTo(first(once).getIdElement().getIdPart());
    assertThat(wrong.status()).isEqualTo(409);
    assertThat(wrong.code()).isEqualTo("shell.same-key-other-content");
    assertThat(scheduling.sold(clinic).live()).isEqualTo(1);
  }

  private interface Step {
    void run(int thread);
  }

  private static void together(Step step) {
    var barrier = new CyclicBarrier(THREADS);
    try (var pool = Executors.newFixedThreadPool(THREADS)) {
      var running =
          IntStream.range(0, THREADS)
              .mapToObj(number ->
                  pool.submit(() -> {
                    barrier.await(60, TimeUnit.SECONDS);
                    step.run(number);
                    return number;
                  }))
              .toList();
      for (var one : running) {
        one.get(5, TimeUnit.MINUTES);
      }
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  /// By status when it was done, else by the name of the refusal.
  private static void count(Map<String, LongAdder> results, FhirClient.Answer answer) {
    var what = answer.status() < 300 ? String.valueOf(answer.status()) : answer.code();
    results.computeIfAbsent(what, _ -> new LongAdder()).increment();
  }

  private static long sum(Map<String, LongAdder> results, String what) {
    return results.getOrDefault(what, new LongAdder()).sum();
  }
}
