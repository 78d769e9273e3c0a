package org.heyi.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.heyi.platform.shared.Staff;

/// Made-up residents in numbers, put into the tables by SQL.
public final class People {

  public static void settle(RunningHeyi heyi, int count, List<String> institutions, Staff registrar)
      throws IOException {
    var array = institutions.stream().collect(Collectors.joining("','", "array['", "']"));
    Script.read("people.sql")
        .run(
            heyi,
            Map.of(
                "count", count,
                "institutions", array,
                "area", registrar.area(),
                "account", registrar.account(),
                "now", heyi.now()));
  }

  private People() {}
}
