package org.heyi.steering.governance.unchanged;

import java.util.List;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.NoStaffNeeded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What integration may not change (GOV-12).
@Service
@Transactional(readOnly = true)
public class UnchangedAttributes {

  private final UnchangedStore store;

  UnchangedAttributes(UnchangedStore store) {
    this.store = store;
  }

  @NoStaffNeeded(because = "the plan is public")
  public List<Unchanged> of(ConsortiumId consortium) {
    return store.of(consortium);
  }
}
