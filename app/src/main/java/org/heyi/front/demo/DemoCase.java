package org.heyi.front.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.heyi.flow.referral.content.Urgency;
import org.springframework.core.io.ClassPathResource;

/// 演示病例: a made-up case of `demo/cases.psv`.
record DemoCase(
    String department,
    Urgency urgency,
    String icd,
    String complaint,
    Map<String, BigDecimal> vitalSigns,
    String allergies,
    String medicines,
    String reason,
    String treatment,
    String advice) {

  private static final int COLUMNS = 10;
  private static final List<String> SIGNS =
      List.of("systolic", "diastolic", "pulse", "temperature", "spo2");

  static List<DemoCase> all() {
    return rows("demo/cases.psv").stream().map(DemoCase::of).toList();
  }

  /// The rows of a file of columns divided by `|`, without comments.
  static List<String[]> rows(String path) {
    try {
      var text = new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
      return text.lines()
          .filter(it -> !it.isBlank() && !it.startsWith("#"))
          .map(it -> it.split("\\|", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DemoCase of(String[] row) {
    if (row.length != COLUMNS) {
      throw new IllegalStateException("a demo case has %d columns: %s".formatted(COLUMNS, row[0]));
    }
    return new DemoCase(
        row[0],
        Urgency.find(row[1]).orElseThrow(),
        row[2],
        row[3],
        signs(row[4].split("/")),
        row[5],
        row[6],
        row[7],
        row[8],
        row[9]);
  }

  private static Map<String, BigDecimal> signs(String[] values) {
    var signs = new LinkedHashMap<String, BigDecimal>();
    for (int i = 0; i < values.length; i++) {
      signs.put(SIGNS.get(i), new BigDecimal(values[i]));
    }
    return signs;
  }
}
