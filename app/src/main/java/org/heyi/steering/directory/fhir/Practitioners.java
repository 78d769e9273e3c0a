package org.heyi.steering.directory.fhir;

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
import org.hl7.fhir.r4.model.Practitioner;
import org.springframework.stereotype.Component;

/// 执业人员 as Practitioner; where and as what they work says the PractitionerRole of the same id. A
/// search lists those of the caller's institution.
@Component
class Practitioners implements FhirSource<Practitioner> {

  private static final String NAME = "name";

  private final Institutions institutions;

  Practitioners(Institutions institutions) {
    this.institutions = institutions;
  }

  @Override
  public FhirOffer<Practitioner> offer() {
    return FhirOffer.of(Practitioner.class, FhirParam.text(NAME));
  }

  @Override
  public Practitioner read(String id, Staff by) {
    return institutions
        .practitioner(FhirForms.id(id, PractitionerId::of))
        .map(Practitioners::resource)
        .orElseThrow(() -> FhirProblem.NO_SUCH_RESOURCE.with());
  }

  @Override
  public FhirPage<Practitioner> search(FhirQuery query, Staff by) {
    var name = query.text(NAME).orElse("");
    var found =
        institutions.practitioners(by.institution(), null).stream()
            .filter(it -> it.name().contains(name))
            .map(Practitioners::resource)
            .toList();
    return FhirPage.all(found, query);
  }

  private static Practitioner resource(PractitionerView it) {
    var resource = new Practitioner();
    resource.setId(it.id().toString());
    resource.setActive(true).addName().setText(it.name());
    return resource;
  }
}
