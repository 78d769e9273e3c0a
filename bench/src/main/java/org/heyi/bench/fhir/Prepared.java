package org.heyi.bench.fhir;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.heyi.bench.Home;
import org.heyi.bench.HotSessions;
import org.heyi.bench.People;
import org.heyi.bench.RunningHeyi;

/// What Heyi's side needs in its database before its jar is started on it.
///
/// @param race free slots for the race, each the only one of its session
/// @param visits free slots for the appointments that are searched for
record Prepared(List<String> race, List<String> visits) {

  private static final String REGISTRAR = "referral1";

  /// Everybody belongs to the hospital whose HIS asks, so that it may see all of them.
  static Prepared in(Home home, int people, int places, int visits)
      throws IOException, SQLException, ClassNotFoundException {
    try (var heyi = RunningHeyi.start(home.data())) {
      var hospital = List.of(HotSessions.HOSPITAL);
      if (heyi.rows("resident.identifier where value like 'BENCH%'") == 0) {
        People.settle(heyi, people, hospital, heyi.staff(REGISTRAR));
        heyi.asOwner("vacuum analyze");
      }
      return new Prepared(slots(heyi, places, 1), slots(heyi, visits, HotSessions.PLACES));
    }
  }

  /// From sessions of so many places each: who finds a place taken gets another of the session, so
  /// a race is for sessions of one.
  private static List<String> slots(RunningHeyi heyi, int count, int each) throws IOException {
    var slots = new ArrayList<String>();
    while (slots.size() < count) {
      var session = HotSessions.published(heyi, each);
      slots.addAll(
          heyi.sql()
              .sql("select id from capacity.slot where clinic = :clinic order by number")
              .param("clinic", session.clinic())
              .query((row, _) -> row.getString(1))
              .list());
    }
    return slots.subList(0, count);
  }
}
