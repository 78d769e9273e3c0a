package org.heyi.platform.access;

import java.util.Collection;
import org.heyi.platform.shared.Duty;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.Period;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 管辖范围: which institutions lie within another's subtree, grid, consortium and area.
///
/// `directory` and `community` write it while a pack is applied. Lists read the view
/// `access.card_within (viewer, scope, institution)`: what `viewer` reaches today with `scope`.
@Service
@Transactional
public class Reach {

  /// One institution's place: `ancestor` is an institution id for SUBTREE, else the id of the grid,
  /// consortium or area.
  public record Place(InstitutionId institution, Scope scope, String ancestor, Period period) {}

  /// Replaces all places of one scope within an area in one go.
  @NoStaffNeeded(because = "packs are applied at start, before anybody signs in")
  public void replace(String areaId, Scope scope, Collection<Place> places) {
    throw new UnsupportedOperationException();
  }

  /// Whether the duty of `by` reaches `where` today.
  public boolean covers(Staff by, Duty duty, InstitutionId where) {
    throw new UnsupportedOperationException();
  }
}
