package org.heyi.person.resident;

import java.util.Collection;
import java.util.Map;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.steering.directory.jurisdiction.PlaceFigure;
import org.springframework.stereotype.Component;

/// How many permanent residents are in no service grid, in areas that have grids (GOV-06).
@Component
class UnmappedFigure implements PlaceFigure {

  private static final int ORDER = 210;

  private final CoverageStore store;

  UnmappedFigure(CoverageStore store) {
    this.store = store;
  }

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public String code() {
    return "residents-in-no-grid";
  }

  @Override
  public String label() {
    return "resident.in-no-grid-figure";
  }

  @Override
  public Map<InstitutionId, Long> of(Collection<InstitutionId> institutions) {
    return store.missing(institutions);
  }
}
