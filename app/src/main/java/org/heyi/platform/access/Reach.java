package org.heyi.platform.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import org.heyi.platform.shared.Duty;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
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

  private final ReachStore store;
  private final Clock clock;

  Reach(ReachStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// One institution's place: `ancestor` is an institution id for SUBTREE, else the id of the grid,
  /// consortium or area.
  public record Place(InstitutionId institution, Scope scope, String ancestor, Period period) {}

  /// Replaces all places of one scope within an area in one go.
  ///
  /// SUBTREE is given whole: every pair of an institution and one above it, however far. That an
  /// institution reaches itself goes without saying.
  @NoStaffNeeded(because = "packs are applied at start, before anybody signs in")
  public void replace(String areaId, Scope scope, Collection<Place> places) {
    for (var place : places) {
      if (scope == Scope.OWN || place.scope() != scope) {
        throw new IllegalArgumentException("%s is no place of scope %s".formatted(place, scope));
      }
    }
    store.replace(areaId, scope, places);
  }

  /// Whether the duty of `by` reaches `where` today.
  public boolean covers(Staff by, Duty duty, InstitutionId where) {
    return by.scope(duty)
        .map(scope -> by.institution().equals(where) || within(by, scope, where))
        .orElse(false);
  }

  private boolean within(Staff by, Scope scope, InstitutionId where) {
    return switch (scope) {
      case OWN -> false;
      case SUBTREE -> store.under(by.institution(), where, today());
      case GRID, CONSORTIUM, AREA -> store.together(scope, by.institution(), where, today());
    };
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }
}
