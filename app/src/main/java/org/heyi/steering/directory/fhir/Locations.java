package org.heyi.steering.directory.fhir;

import java.util.List;
import org.heyi.platform.fhir.FhirOffer;
import org.heyi.platform.fhir.FhirPage;
import org.heyi.platform.fhir.FhirParam;
import org.heyi.platform.fhir.FhirProblem;
import org.heyi.platform.fhir.FhirQuery;
import org.heyi.platform.fhir.FhirSource;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.heyi.steering.directory.InstitutionFacts;
import org.heyi.steering.directory.InstitutionQuery;
import org.heyi.steering.directory.Institutions;
import org.hl7.fhir.r4.model.Location;
import org.springframework.stereotype.Component;

/// Where an institution is, as Location: one for each, under the institution's id. A search lists
/// the caller's area.
@Component
class Locations implements FhirSource<Location> {

  private final Institutions institutions;

  Locations(Institutions institutions) {
    this.institutions = institutions;
  }

  @Override
  public FhirOffer<Location> offer() {
    return FhirOffer.of(Location.class, FhirParam.text("name"))
        .including(References.ORGANIZATION, it -> List.of(it.getManagingOrganization()));
  }

  @Override
  public Location read(String id, Staff by) {
    return InstitutionId.find(id)
        .flatMap(institutions::find)
        .map(it -> resource(institutions.facts(it.id())))
        .orElseThrow(() -> FhirProblem.NO_SUCH_RESOURCE.with());
  }

  @Override
  public FhirPage<Location> search(FhirQuery query, Staff by) {
    var asked = new InstitutionQuery(by.area(), query.text("name").orElse(""), "", true);
    var found = institutions.list(asked, query.page());
    return new FhirPage<>(
        found.rows().stream().map(it -> resource(institutions.facts(it.id()))).toList(),
        found.total());
  }

  private static Location resource(InstitutionFacts it) {
    var resource = new Location();
    resource.setId(it.view().id().value());
    resource
        .setStatus(Location.LocationStatus.ACTIVE)
        .setMode(Location.LocationMode.INSTANCE)
        .setName(it.view().name())
        .setManagingOrganization(References.to(it.view().id()));
    if (!it.district().isEmpty()) {
      resource.getAddress().setDistrict(it.district());
    }
    if (!it.town().isEmpty()) {
      resource.getAddress().setCity(it.town());
    }
    return resource;
  }
}
