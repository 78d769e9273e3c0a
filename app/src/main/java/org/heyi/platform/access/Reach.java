package org.heyi.platform.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Duty;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.Period;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 管辖范围: which institutions lie within another's subtree, grid, consortium, area and city.
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
  /// consortium, area or city.
  ///
  /// @param authority whether it looks over all others there; only an authority reaches a city
  public record Place(
      InstitutionId institution, Scope scope, String ancestor, Period period, boolean authority) {

    public Place(InstitutionId institution, Scope scope, String ancestor, Period period) {
      this(institution, scope, ancestor, period, false);
    }
  }

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

  /// The areas that the duty reaches whole: its own, or all of the city.
  public Set<AreaId> areas(Staff by, Duty duty) {
    return by.scope(duty).map(it -> areas(it, by)).orElse(Set.of());
  }

  private Set<AreaId> areas(Scope scope, Staff by) {
    return switch (scope) {
      case OWN, SUBTREE, GRID, CONSORTIUM -> Set.of();
      case AREA -> Set.of(by.area());
      case CITY -> store.areas(by.institution(), today());
    };
  }

  private boolean within(Staff by, Scope scope, InstitutionId where) {
    return switch (scope) {
      case OWN -> false;
      case SUBTREE -> store.under(by.institution(), where, today());
      case GRID, CONSORTIUM, AREA, CITY -> store.together(scope, by.institution(), where, today());
    };
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }
}
