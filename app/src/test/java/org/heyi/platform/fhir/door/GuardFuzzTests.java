package org.heyi.platform.fhir.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Whatever the body, guard and parser end soon, with a refusal or a resource.
class GuardFuzzTests {

  private static final Duration MOST = Duration.ofSeconds(1);
  private static final int BODIES = 3_000;
  private static final List<String> PIECES =
      List.of(
          "1e999999999",
          "[[[[[[[[",
          "{\"a\":",
          "\"\\ud800\"",
          "-0.0E-99",
          "null,",
          "\"id\":\"1\",",
          "\u0000",
          "}",
          "]",
          "\"contained\":[{\"resourceType\":\"Patient\"}],",
          "9".repeat(50));

  /// Bodies made of the examples by cutting, doubling and planting what hurts.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aSpoiltBodyIsDoneWithSoon(long seed) throws IOException {
    var random = new SplittableRandom(seed);
    var examples = examples();
    int refused = 0;
    var slowest = Duration.ZERO;
    for (int i = 0; i < BODIES; i++) {
      var body = spoilt(examples.get(random.nextInt(examples.size())), random);
      var done = ParsedBody.of(body.getBytes(StandardCharsets.UTF_8));
      refused += done.refused() ? 1 : 0;
      slowest = done.took().compareTo(slowest) > 0 ? done.took() : slowest;
    }

    System.out.printf(
        "guard, seed %d: bodies %d, refused %d, slowest %d ms%n",
        seed, BODIES, refused, slowest.toMillis());
    assertThat(refused).isBetween(BODIES / 2, BODIES - 1);
    assertThat(slowest).isLessThan(MOST);
  }

  @Tag("large")
  @FuzzTest(maxDuration = "2m")
  void anyBodyIsDoneWithSoon(byte[] body) {
    assertThat(ParsedBody.of(body).took()).isLessThan(MOST);
  }

  private static String spoilt(String example, SplittableRandom random) {
    var body = new StringBuilder(example);
    for (int times = random.nextInt(3); times >= 0; times--) {
      int from = random.nextInt(body.length());
      int until = Math.min(body.length(), from + random.nextInt(40));
      switch (random.nextInt(3)) {
        case 0 -> body.delete(from, until);
        case 1 -> body.insert(from, body.substring(from, until).repeat(random.nextInt(1, 200)));
        default -> body.insert(from, PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return body.toString();
  }

  private static List<String> examples() throws IOException {
    var all = new ArrayList<String>();
    for (var file :
        new PathMatchingResourcePatternResolver().getResources("classpath:fhir/examples/*.json")) {
      all.add(file.getContentAsString(StandardCharsets.UTF_8));
    }
    return all;
  }
}
