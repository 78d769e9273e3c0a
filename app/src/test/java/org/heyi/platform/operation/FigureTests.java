package org.heyi.platform.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A figure has few parts, and none of them can be a person.
class FigureTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "张三",
        "Zhang San",
        "990101194001010018",
        "13800000000",
        "0190a7c2-7a3c-7cc1-8b8e-6d2f0a9f1c11",
        "10.0.0.1",
        "zhang@example.org",
        ""
      })
  void whatIsNoCodeIsCountedAsOther(String name) {
    var figure = each(Map.of(name, 3L));

    assertThat(figure.parts()).containsExactly(Map.entry("other", 3.0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"referral.review", "capacity.tell", "login", "too-many", "other"})
  void aCodeOfOursStaysAsItIs(String code) {
    assertThat(each(Map.of(code, 3L)).parts()).containsExactly(Map.entry(code, 3.0));
  }

  @Test
  void partsAreFewAndNoneIsLost() {
    var many = new LinkedHashMap<String, Long>();
    for (int i = 0; i < 1000; i++) {
      many.put("kind-" + i, 1L);
    }

    var figure = each(many);

    assertThat(figure.parts()).hasSizeLessThanOrEqualTo(Figure.MOST_PARTS + 1);
    assertThat(figure.parts().values().stream().mapToDouble(it -> it).sum()).isEqualTo(1000);
    assertThat(figure.parts().get("other")).isEqualTo(1000.0 - Figure.MOST_PARTS);
  }

  @Test
  void itsMetricIsNamedAsPrometheusExpects() {
    assertThat(each(Map.of()).metric()).isEqualTo("heyi_work_open");
    assertThat(Figure.seconds("audit.oldest-unsealed", Duration.ofMillis(1500)).metric())
        .isEqualTo("heyi_audit_oldest_unsealed_seconds");
    assertThat(Figure.seconds("event.oldest", Duration.ofMillis(1500)).worst()).isEqualTo(1.5);
    assertThatThrownBy(() -> Figure.count("Work Open", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Figure each(Map<String, Long> parts) {
    return Figure.each("work.open", FigureUnit.COUNT, "kind", parts);
  }
}
