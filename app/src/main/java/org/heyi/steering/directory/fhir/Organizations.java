package org.heyi.steering.directory.fhir;

import java.util.List;
import org.heyi.platform.fhir.FhirForms;
import org.heyi.platform.fhir.FhirOffer;
import org.heyi.platform.fhir.FhirPage;
import org.heyi.platform.fhir.FhirParam;
import org.heyi.platform.fhir.FhirProblem;
import org.heyi.platform.fhir.FhirQuery;
import org.heyi.platform.fhir.FhirSource;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.heyi.steering.directory.InstitutionQuery;
import org.heyi.steering.directory.InstitutionView;
import org.heyi.steering.directory.Institutions;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/// 机构 as Organization. A search lists the caller's area.
@Component
class Organizations implements FhirSource<Organization> {

  private static final String TYPE = "Organization";
  private static final String KINDS = FhirOffer.BASE + "CodeSystem/institution-kind";

  private final Institutions institutions;

  Organizations(Institutions institutions) {
    this.institutions = institutions;
  }

  @Override
  public FhirOffer<Organization> offer() {
    return FhirOffer.of(Organization.class, FhirParam.text("name"), FhirParam.token("type"))
        .including("partof", it -> List.of(it.getPartOf()));
  }

  @Override
  public Organization read(String id, Staff by) {
    return InstitutionId.find(id)
        .flatMap(institutions::find)
        .map(Organizations::resource)
        .orElseThrow(() -> FhirProblem.NO_SUCH_RESOURCE.with());
  }

  @Override
  public FhirPage<Organization> search(FhirQuery query, Staff by) {
    var found =
        institutions.list(
            new InstitutionQuery(
                by.area(),
                query.text("name").orElse(""),
                query.token("type").map(FhirQuery.Token::code).orElse(""),
                true),
            query.page());
    return new FhirPage<>(
        found.rows().stream().map(Organizations::resource).toList(), found.total());
  }

  private static Organization resource(InstitutionView it) {
    var resource = new Organization();
    resource.setId(it.id().value());
    resource.setActive(true).setName(it.name());
    if (!it.tradeName().isEmpty()) {
      resource.addAlias(it.tradeName());
    }
    resource.addIdentifier().setSystem(FhirForms.INSTITUTION).setValue(it.id().value());
    resource.addType().addCoding().setSystem(KINDS).setCode(it.kind());
    if (it.managedBy() != null) {
      resource.setPartOf(new Reference(TYPE + "/" + it.managedBy()));
    }
    return resource;
  }
}
