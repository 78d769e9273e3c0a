package org.heyi.flow.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.heyi.Satisfies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The reserved share: figures of 002 二(三)6 (≥ 50 % of expert slots) and 003 三(三)1 (20 % of
/// outpatient slots).
class QuotaTests {

  @ParameterizedTest
  @CsvSource({
    "50, 30, 15",
    "50, 31, 16",
    "50, 1, 1",
    "50, 0, 0",
    "20, 100, 20",
    "20, 101, 21",
    "20, 4, 1",
    "0, 40, 0",
    "33.3, 10, 4",
    "100, 7, 7"
  })
  @Satisfies("APT-02")
  void theShareIsRoundedUpToWholeSlots(BigDecimal share, int offered, int required) {
    assertThat(quota(offered, 0, share, false).required()).isEqualTo(required);
  }

  @Test
  void belowItAReasonIsNeeded() {
    var fifty = BigDecimal.valueOf(50);

    assertThat(quota(30, 14, fifty, false).needsReasonAfter(quota(0, 0, fifty, false))).isTrue();
    assertThat(quota(30, 15, fifty, false).needsReasonAfter(quota(0, 0, fifty, false))).isFalse();
  }

  @Test
  void whatIsExcusedMayStayOrGetBetterButNotWorse() {
    var fifty = BigDecimal.valueOf(50);
    var before = quota(30, 10, fifty, true);

    assertThat(quota(30, 10, fifty, true).needsReasonAfter(before)).isFalse();
    assertThat(quota(30, 12, fifty, true).needsReasonAfter(before)).isFalse();
    assertThat(quota(30, 9, fifty, true).needsReasonAfter(before)).isTrue();
    assertThat(quota(32, 10, fifty, true).needsReasonAfter(before)).isTrue();
  }

  /// Where a plan gives priority without a number, nothing is ever missing.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void withoutANumberNoMinimumIsHeld(long seed) {
    var random = new SplittableRandom(seed);
    for (int run = 0; run < 1_000; run++) {
      int offered = random.nextInt(500);
      var quota = quota(offered, random.nextInt(offered + 1), BigDecimal.ZERO, false);
      assertThat(quota.needsReasonAfter(quota(0, 0, BigDecimal.ZERO, false)))
          .as("seed %d", seed)
          .isFalse();
    }
  }

  /// Exactly the required number is enough, one less is not, and it is never more than there are.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theRequiredNumberIsTheSmallestThatReachesTheShare(long seed) {
    var random = new SplittableRandom(seed);
    for (int run = 0; run < 2_000; run++) {
      int offered = 1 + random.nextInt(400);
      var share = BigDecimal.valueOf(random.nextInt(1, 1001), 1);
      int required = quota(offered, 0, share, false).required();
      assertThat(required).as("seed %d", seed).isBetween(1, offered);
      assertThat(reaches(required, offered, share)).as("seed %d", seed).isTrue();
      assertThat(reaches(required - 1, offered, share)).as("seed %d", seed).isFalse();
    }
  }

  private static boolean reaches(int reserved, int offered, BigDecimal share) {
    return BigDecimal.valueOf(reserved)
            .multiply(BigDecimal.valueOf(100))
            .compareTo(share.multiply(BigDecimal.valueOf(offered)))
        >= 0;
  }

  private static Quota quota(int offered, int reserved, BigDecimal share, boolean excused) {
    return new Quota(Basis.EXPERT, offered, reserved, share, excused);
  }
}
