package org.heyi.front.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.steering.community.Communities;
import org.heyi.steering.directory.InstitutionView;
import org.heyi.steering.directory.Institutions;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/// Where the demonstration of an area plays: its lead hospital, a health centre that refers to it,
/// two of the centre's clinics, the health commission.
@Component
@Conditional(DemoMode.class)
class DemoPlace {

  /// The institutions of the story.
  ///
  /// @param cityOffice only where the area belongs to a city
  record Stage(
      InstitutionId lead,
      InstitutionId centre,
      List<InstitutionId> clinics,
      InstitutionId office,
      Optional<InstitutionId> cityOffice) {}

  private final Institutions institutions;
  private final Communities communities;

  DemoPlace(Institutions institutions, Communities communities) {
    this.institutions = institutions;
    this.communities = communities;
  }

  Stage of(AreaId area, LocalDate today) {
    var all = institutions.all(area);
    var centre = centre(area, all);
    var clinics =
        institutions.managedBy(centre).stream().limit(2).map(InstitutionView::id).toList();
    var lead = communities.upward(centre, today).getFirst().institution();
    var city = institutions.cityAuthorities(area);
    return new Stage(lead, centre, clinics, office(all).orElse(lead), office(city));
  }

  private InstitutionId centre(AreaId area, List<InstitutionView> all) {
    return DemoCase.rows("demo/areas.psv").stream()
        .filter(it -> it[0].equals(area.value()))
        .map(it -> InstitutionId.of(it[1]))
        .findFirst()
        .orElseGet(() ->
            all.stream()
                .map(InstitutionView::managedBy)
                .flatMap(it -> java.util.stream.Stream.ofNullable(it))
                .findFirst()
                .orElseThrow());
  }

  /// The health commission among these.
  private static Optional<InstitutionId> office(List<InstitutionView> among) {
    return among.stream()
        .filter(it -> it.kind().equals("government_department") && it.name().contains("卫"))
        .map(InstitutionView::id)
        .findFirst();
  }
}
