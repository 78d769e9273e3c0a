package org.heyi.flow.referral.content;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/// What is measured on a referral, from `referral/vital-signs.psv`.
@Component
public class VitalSigns {

  private static final int COLUMNS = 6;
  private final List<VitalSign> signs =
      DataFile.rows("referral/vital-signs.psv", COLUMNS).stream()
          .map(row ->
              new VitalSign(
                  row.get(0),
                  row.get(1),
                  new BigDecimal(row.get(2)),
                  new BigDecimal(row.get(3)),
                  Integer.parseInt(row.get(4)),
                  row.get(5)))
          .toList();

  public List<VitalSign> all() {
    return signs;
  }

  /// The codes of values that cannot be right; a systolic pressure is higher than the diastolic.
  public List<String> implausible(Map<String, BigDecimal> values) {
    var wrong = new TreeSet<>(values.keySet());
    for (var sign : signs) {
      var value = values.get(sign.code());
      if (value != null && sign.plausible(value)) {
        wrong.remove(sign.code());
      }
    }
    var systolic = values.get("systolic");
    var diastolic = values.get("diastolic");
    if (systolic != null && diastolic != null && systolic.compareTo(diastolic) <= 0) {
      wrong.add("diastolic");
    }
    return List.copyOf(wrong);
  }
}
