package org.heyi.person.resident;

import java.util.Collection;
import java.util.Map;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.steering.directory.jurisdiction.PlaceFigure;
import org.springframework.stereotype.Component;

/// How many permanent residents an institution cares for first (EHR-12).
@Component
class PermanentFigure implements PlaceFigure {

  private static final int ORDER = 200;

  private final TieStore ties;

  PermanentFigure(TieStore ties) {
    this.ties = ties;
  }

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public String code() {
    return "permanent-residents";
  }

  @Override
  public String label() {
    return "resident.permanent-figure";
  }

  @Override
  public Map<InstitutionId, Long> of(Collection<InstitutionId> institutions) {
    return ties.permanent(institutions);
  }
}
