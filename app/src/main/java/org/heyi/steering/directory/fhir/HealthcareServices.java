package org.heyi.steering.directory.fhir;

import java.util.List;
import java.util.Optional;
import org.heyi.platform.fhir.FhirForms;
import org.heyi.platform.fhir.FhirOffer;
import org.heyi.platform.fhir.FhirPage;
import org.heyi.platform.fhir.FhirParam;
import org.heyi.platform.fhir.FhirProblem;
import org.heyi.platform.fhir.FhirQuery;
import org.heyi.platform.fhir.FhirSource;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.heyi.steering.directory.DepartmentView;
import org.heyi.steering.directory.Institutions;
import org.hl7.fhir.r4.model.HealthcareService;
import org.springframework.stereotype.Component;

/// 科室 as HealthcareService: `institution.code`, e.g. `ninghe-yiyuan.03.04`. A search lists those of
/// one institution, the caller's own if none is named.
@Component
class HealthcareServices implements FhirSource<HealthcareService> {

  private final Institutions institutions;

  HealthcareServices(Institutions institutions) {
    this.institutions = institutions;
  }

  @Override
  public FhirOffer<HealthcareService> offer() {
    return FhirOffer.of(
            HealthcareService.class,
            FhirParam.reference(References.ORGANIZATION, "Organization"),
            FhirParam.token("specialty"))
        .including(References.ORGANIZATION, it -> List.of(it.getProvidedBy()));
  }

  @Override
  public HealthcareService read(String id, Staff by) {
    int dot = id.indexOf('.');
    return (dot < 0 ? Optional.<InstitutionId>empty() : InstitutionId.find(id.substring(0, dot)))
        .stream()
            .flatMap(it -> institutions.departments(it).stream())
            .filter(it -> it.code().equals(id.substring(dot + 1)))
            .findFirst()
            .map(HealthcareServices::resource)
            .orElseThrow(() -> FhirProblem.NO_SUCH_RESOURCE.with());
  }

  @Override
  public FhirPage<HealthcareService> search(FhirQuery query, Staff by) {
    var code = query.token("specialty");
    var found =
        institutions.departments(References.asked(query, by.institution())).stream()
            .filter(it -> code.isEmpty() || code.get().code().equals(it.code()))
            .map(HealthcareServices::resource)
            .toList();
    return FhirPage.all(found, query);
  }

  private static HealthcareService resource(DepartmentView it) {
    var resource = new HealthcareService();
    resource.setId(it.institution() + "." + it.code());
    resource.setActive(true).setName(it.name()).setProvidedBy(References.to(it.institution()));
    resource
        .addSpecialty()
        .setText(it.name())
        .addCoding()
        .setSystem(FhirForms.DEPARTMENT)
        .setCode(it.code());
    return resource;
  }
}
