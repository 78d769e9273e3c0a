package org.heyi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An old house goes on in this version: everybody signs in as before, work goes its way, and the
/// audit log is whole.
class UpgradeTests {

  private static final int WRITES = 100;

  @Test
  @Timeout(180)
  void anOldHouseGoesOn(@TempDir Path folder) throws Exception {
    var data = Landed.restoredIn(folder);
    var ledger = new Ledger();
    try (var house = new House(data)) {
      var before = Findings.factsIn(data);
      try (var crew = new Crew(house, ledger, new SplittableRandom(1))) {
        crew.begin(() -> ledger.attempts() < WRITES);
        crew.finish();
      }
      var after = Findings.factsIn(data);
      var orphans = Findings.orphansInTheEnd(data);
      System.out.printf("upgrade: %d facts of before, %s%n", before.size(), ledger);
      System.out.printf("upgrade: orphans %s%n", orphans);
      assertThat(before).hasSizeGreaterThan(400);
      assertThat(after).containsAll(before);
      assertThat(ledger.acknowledged()).isGreaterThan(WRITES / 2);
      assertThat(ledger.lost(after)).isEmpty();
      assertThat(orphans.values()).containsOnly(0);
      assertThat(Script.run(data, "audit-verify").code()).isZero();
    }
  }
}
