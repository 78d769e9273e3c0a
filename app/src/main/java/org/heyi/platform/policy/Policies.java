package org.heyi.platform.policy;

import java.time.LocalDate;
import java.util.Optional;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.NoStaffNeeded;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the plans say: policy parameters with clause and effective date (PLT-10).
@Service
@Transactional
public class Policies {

  /// The value in force on a day: the consortium's own where it has one, else the area's; empty
  /// where the plan is silent and no house value is needed.
  @NoStaffNeeded(because = "plans are public")
  public Optional<PolicyValue> find(
      String key, AreaId area, @Nullable ConsortiumId consortium, LocalDate on) {
    throw new UnsupportedOperationException();
  }

  /// The same for keys that every pack must have.
  ///
  /// @throws org.heyi.platform.shared.ProblemException `policy.not-set`
  @NoStaffNeeded(because = "plans are public")
  public PolicyValue require(
      String key, AreaId area, @Nullable ConsortiumId consortium, LocalDate on) {
    throw new UnsupportedOperationException();
  }
}
