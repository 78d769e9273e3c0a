package org.heyi.bench.fhir;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// All clients press for the same place at the same moment, one place after the other, each time
/// for another patient.
///
/// @param attempts how often somebody pressed
/// @param booked how often the server said yes
/// @param surplus yeses beyond the one that a place has
/// @param errors neither yes nor no
record Race(int attempts, int booked, int surplus, int errors) {

  static final int CLIENTS = 32;

  private static final int LONGEST_SECONDS = 120;

  static Race run(Booking booking, List<String> slots, List<String> patients) throws Exception {
    Map<String, Integer> had = new ConcurrentHashMap<>();
    var errors = new ConcurrentLinkedQueue<Exception>();
    var together = new CyclicBarrier(CLIENTS);
    try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        int number = i;
        running.add(
            threads.submit(() -> {
              for (int place = 0; place < slots.size(); place++) {
                together.await(LONGEST_SECONDS, TimeUnit.SECONDS);
                var slot = slots.get(place);
                book(booking, slot, patients.get(place * CLIENTS + number), errors)
                    .ifPresent(it -> had.merge(it, 1, Integer::sum));
              }
              return number;
            }));
      }
      for (var one : running) {
        one.get();
      }
    }
    errors.stream().findFirst().ifPresent(it -> System.out.println("race: " + it));
    int booked = had.values().stream().mapToInt(it -> it).sum();
    return new Race(slots.size() * CLIENTS, booked, booked - had.size(), errors.size());
  }

  private static Optional<String> book(
      Booking booking, String slot, String patient, Queue<Exception> errors)
      throws InterruptedException {
    try {
      return booking.book(slot, patient);
    } catch (IOException | RuntimeException e) {
      errors.add(e);
      return Optional.empty();
    }
  }
}
