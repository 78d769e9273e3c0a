package org.heyi.steering.directory.fhir;

import java.util.List;
import org.heyi.platform.fhir.FhirForms;
import org.heyi.platform.fhir.FhirOffer;
import org.heyi.platform.fhir.FhirPage;
import org.heyi.platform.fhir.FhirParam;
import org.heyi.platform.fhir.FhirProblem;
import org.heyi.platform.fhir.FhirQuery;
import org.heyi.platform.fhir.FhirSource;
import org.heyi.platform.shared.Staff;
import org.heyi.steering.directory.Institutions;
import org.heyi.steering.directory.PractitionerId;
import org.heyi.steering.directory.PractitionerView;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/// Where an 执业人员 works and with which title. A search lists one institution, the caller's own if
/// none is named.
@Component
class PractitionerRoles implements FhirSource<PractitionerRole> {

  private static final String TITLES = FhirOffer.BASE + "CodeSystem/practitioner-title";
  private static final String PRACTITIONER = "practitioner";

  private final Institutions institutions;

  PractitionerRoles(Institutions institutions) {
    this.institutions = institutions;
  }

  @Override
  public FhirOffer<PractitionerRole> offer() {
    return FhirOffer.of(
            PractitionerRole.class,
            FhirParam.reference(References.ORGANIZATION, "Organization"),
            FhirParam.token("role"))
        .including(PRACTITIONER, it -> List.of(it.getPractitioner()))
        .including(References.ORGANIZATION, it -> List.of(it.getOrganization()))
        .including("service", PractitionerRole::getHealthcareService);
  }

  @Override
  public PractitionerRole read(String id, Staff by) {
    return institutions
        .practitioner(FhirForms.id(id, PractitionerId::of))
        .map(PractitionerRoles::resource)
        .orElseThrow(() -> FhirProblem.NO_SUCH_RESOURCE.with());
  }

  @Override
  public FhirPage<PractitionerRole> search(FhirQuery query, Staff by) {
    var role = query.token("role");
    var found =
        institutions.practitioners(References.asked(query, by.institution()), null).stream()
            .filter(it -> role.isEmpty() || role.get().code().equals(it.title().code()))
            .map(PractitionerRoles::resource)
            .toList();
    return FhirPage.all(found, query);
  }

  private static PractitionerRole resource(PractitionerView it) {
    var resource = new PractitionerRole();
    resource.setId(it.id().toString());
    resource
        .setActive(true)
        .setPractitioner(new Reference("Practitioner/" + it.id()).setDisplay(it.name()))
        .setOrganization(References.to(it.institution()));
    resource.addCode().addCoding().setSystem(TITLES).setCode(it.title().code());
    if (it.department() != null) {
      resource.addHealthcareService(
          new Reference("HealthcareService/" + it.institution() + "." + it.department()));
    }
    return resource;
  }
}
