package org.heyi.steering.directory.jurisdiction;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.heyi.platform.access.Reach;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.heyi.steering.directory.DirectoryDuty;
import org.heyi.steering.directory.DirectoryProblem;
import org.heyi.steering.directory.InstitutionView;
import org.heyi.steering.directory.Institutions;
import org.heyi.steering.directory.jurisdiction.JurisdictionStore.Located;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 政区: city, county or district, town or street, village or community, each with the sum of what
/// lies in it (GOV-32).
///
/// An area's authority sees its area, a city's authority all areas of the city, anybody else no
/// place at all.
@Service
@Transactional(readOnly = true)
public class Jurisdictions {

  private final JurisdictionStore store;
  private final Institutions institutions;
  private final Reach reach;
  private final List<PlaceFigure> figures;
  private final Clock clock;

  Jurisdictions(
      JurisdictionStore store,
      Institutions institutions,
      Reach reach,
      ObjectProvider<PlaceFigure> figures,
      Clock clock) {
    this.store = store;
    this.institutions = institutions;
    this.reach = reach;
    this.figures = figures.stream().sorted(Comparator.comparingInt(PlaceFigure::order)).toList();
    this.clock = clock;
  }

  /// The highest places within the caller's reach, with their sums.
  ///
  /// @throws org.heyi.platform.shared.ProblemException `directory.no-jurisdiction`
  public List<RollUp> roots(Staff by) {
    if (!by.may(DirectoryDuty.OVERSEE)) {
      throw DirectoryProblem.NO_JURISDICTION.with();
    }
    var areas = areas(by);
    var roots =
        reachesCity(by)
            ? store.cities(areas, today())
            : areas.stream()
                .map(it -> PlaceId.of(it.value()))
                .flatMap(it -> store.find(it, areas, today()).stream())
                .toList();
    return roots.stream().map(it -> rollUp(it, areas, by)).toList();
  }

  /// @throws org.heyi.platform.shared.ProblemException `directory.no-such-place` also for one that
  ///   the caller does not reach
  public RollUp rollUp(PlaceId id, Staff by) {
    var areas = areas(by);
    var place = find(id, areas, by).orElseThrow(() -> DirectoryProblem.NO_SUCH_PLACE.with(id));
    return rollUp(place, areas, by);
  }

  /// Places within the caller's reach, by name.
  public List<PlaceView> search(String text, Staff by, int most) {
    var areas = areas(by);
    return areas.isEmpty()
        ? List.of()
        : store.search(text, areas, most, today()).stream()
            .filter(it -> reachesCity(by) || !isCityAbove(it))
            .toList();
  }

  private Set<AreaId> areas(Staff by) {
    return reach.areas(by, DirectoryDuty.OVERSEE);
  }

  private static boolean reachesCity(Staff by) {
    return by.scope(DirectoryDuty.OVERSEE).filter(it -> it == Scope.CITY).isPresent();
  }

  /// A city above areas is no part of any of them.
  private static boolean isCityAbove(PlaceView it) {
    return it.id().isCity();
  }

  private Optional<PlaceView> find(PlaceId id, Set<AreaId> areas, Staff by) {
    return areas.isEmpty()
        ? Optional.empty()
        : store.find(id, areas, today()).filter(it -> reachesCity(by) || !isCityAbove(it));
  }

  private RollUp rollUp(PlaceView place, Set<AreaId> areas, Staff by) {
    var located = store.located(place.id(), areas, today());
    var numbers = numbers(located);
    var none = PlaceNumbers.none(figures.size());
    var branches =
        store.below(place.id(), areas, today()).stream()
            .map(it -> new RollUp.Branch(it, numbers.getOrDefault(Optional.of(it.id()), none)))
            .toList();
    return new RollUp(
        place,
        above(place, areas, by),
        figures.stream().map(it -> new RollUp.Label(it.code(), it.label())).toList(),
        branches,
        numbers.getOrDefault(Optional.<PlaceId>empty(), none),
        numbers.values().stream().reduce(none, PlaceNumbers::plus),
        here(located));
  }

  private List<InstitutionView> here(List<Located> located) {
    return located.stream()
        .filter(it -> it.branch() == null)
        .flatMap(it -> institutions.find(it.institution()).stream())
        .toList();
  }

  /// By the place directly below; empty for what lies in none of them.
  private Map<Optional<PlaceId>, PlaceNumbers> numbers(List<Located> located) {
    var ids = located.stream().map(Located::institution).toList();
    var known = figures.stream().map(it -> it.of(ids)).toList();
    var sums = new HashMap<Optional<PlaceId>, PlaceNumbers>();
    for (var it : located) {
      var own =
          new PlaceNumbers(
              1, Map.of(it.kind(), 1L), known.stream().map(of(it.institution())).toList());
      sums.merge(Optional.ofNullable(it.branch()), own, PlaceNumbers::plus);
    }
    return sums;
  }

  private static Function<Map<InstitutionId, Long>, Long> of(InstitutionId id) {
    return it -> Objects.requireNonNullElse(it.get(id), 0L);
  }

  private List<PlaceView> above(PlaceView place, Set<AreaId> areas, Staff by) {
    var above = new ArrayList<PlaceView>();
    var parent = place.parent();
    while (parent != null) {
      var found = find(parent, areas, by).orElse(null);
      if (found == null) {
        break;
      }
      above.addFirst(found);
      parent = found.parent();
    }
    return above;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }
}
