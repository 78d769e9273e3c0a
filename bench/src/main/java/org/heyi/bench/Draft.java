package org.heyi.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heyi.platform.shared.Staff;

/// A complete referral that only has to be sent.
public record Draft(UUID id, UUID resident) {

  /// The version it is written in.
  public static final int VERSION = 2;

  /// So many by this doctor, each of another resident of the doctor's institution; fewer where it
  /// has fewer residents.
  public static List<Draft> written(RunningHeyi heyi, Staff doctor, int count) throws IOException {
    return Script.read("drafts.sql")
        .rows(
            heyi,
            Map.of(
                "count", count,
                "salt", UUID.randomUUID(),
                "sender", doctor.institution(),
                "area", doctor.area(),
                "account", doctor.account(),
                "name", doctor.name(),
                "hospital", HotSessions.HOSPITAL,
                "department", HotSessions.DEPARTMENT,
                "now", heyi.now()),
            (row, _) ->
                new Draft(row.getObject("id", UUID.class), row.getObject("resident", UUID.class)));
  }
}
