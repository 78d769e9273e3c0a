package org.heyi.bench;

import java.util.concurrent.atomic.AtomicInteger;

/// Very many attempts at few places: whatever happens, no place is sold twice.
final class Oversold {

  private static final int SESSIONS = 4;
  private static final int ATTEMPTS_A_WAVE = 3_000;

  static void race(RunningHeyi heyi, BookingSides sides, int clients, int attempts, Figures figures)
      throws Exception {
    int booked = 0;
    int refused = 0;
    while (booked + refused < attempts) {
      try (var hot = HotSessions.open(heyi, SESSIONS)) {
        var left = new AtomicInteger(ATTEMPTS_A_WAVE);
        var wave =
            Clients.run(
                clients, () -> left.getAndDecrement() > 0, number -> sides.book(hot.any(number)));
        booked += wave.done();
        refused += wave.refused();
      }
    }
    figures.line("race: attempts %d, booked %d, refused %d", booked + refused, booked, refused);
    figures.line(
        "after all runs: oversold %d, booked slots without appointment %d, appointments without"
            + " booked slot %d",
        count(heyi, OVERSOLD), count(heyi, LOST), count(heyi, HOMELESS));
  }

  private static final String OVERSOLD =
      """
      select count(*) from (select slot from capacity.appointment
                             where status in ('booked', 'arrived', 'no_show')
                             group by slot having count(*) > 1) twice
      """;
  private static final String LOST =
      """
      select count(*) from capacity.slot s
       where s.state = 'booked'
         and not exists (select from capacity.appointment a
                          where a.slot = s.id and a.status in ('booked', 'arrived', 'no_show'))
      """;
  private static final String HOMELESS =
      """
      select count(*) from capacity.appointment a join capacity.slot s on s.id = a.slot
       where a.status = 'booked' and s.state <> 'booked'
      """;

  private static int count(RunningHeyi heyi, String sql) {
    return heyi.sql().sql(sql).query(Integer.class).single();
  }

  private Oversold() {}
}
