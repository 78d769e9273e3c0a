package org.heyi.flow.referral.content;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The reasons for which a referral may be refused, from `referral/refusal-reasons.psv`.
@Component
public class RefusalReasons {

  private static final int COLUMNS = 3;
  private final List<RefusalReason> reasons =
      DataFile.rows("referral/refusal-reasons.psv", COLUMNS).stream()
          .map(row -> new RefusalReason(row.get(0), row.get(1), row.get(2)))
          .toList();

  public List<RefusalReason> all() {
    return reasons;
  }

  public Optional<RefusalReason> find(String code) {
    return reasons.stream().filter(it -> it.code().equals(code)).findFirst();
  }
}
