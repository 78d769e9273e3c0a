package org.heyi.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.heyi.platform.shared.Staff;

/// Made-up residents in numbers, put into the tables by SQL, as their owner: the application's
/// connections end a statement that takes so long.
public final class People {

  public static void settle(RunningHeyi heyi, int count, List<String> institutions, Staff registrar)
      throws IOException, SQLException {
    var array = institutions.stream().collect(Collectors.joining("','", "array['", "']"));
    var people =
        Script.read("people.sql")
            .filled(
                Map.of(
                    "count", count,
                    "institutions", array,
                    "area", registrar.area(),
                    "account", registrar.account(),
                    "now", heyi.now()));
    heyi.asOwner("set time zone 'UTC'", people);
  }

  private People() {}
}
