package org.heyi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

/// An old house: a backup of a demonstration of 宁河, taken when the tables were those of 2026-11-22,
/// after its stories and branches had been played.
final class Landed {

  static final Path BACKUP = Path.of("../app/src/test/resources/backup/landed-2026-11-22.zip");

  /// @return the data directory of a house with its rows, brought to this version
  static Path restoredIn(Path folder) throws IOException, InterruptedException {
    var data = folder.resolve("data");
    assertThat(Script.run(data, "restore", BACKUP.toAbsolutePath()).code()).isZero();
    return data;
  }

  private Landed() {}
}
