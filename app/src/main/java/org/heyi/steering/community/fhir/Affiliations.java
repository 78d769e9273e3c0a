package org.heyi.steering.community.fhir;

import java.util.List;
import java.util.stream.Stream;
import org.heyi.platform.fhir.FhirOffer;
import org.heyi.platform.fhir.FhirPage;
import org.heyi.platform.fhir.FhirParam;
import org.heyi.platform.fhir.FhirProblem;
import org.heyi.platform.fhir.FhirQuery;
import org.heyi.platform.fhir.FhirSource;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.heyi.steering.community.Communities;
import org.heyi.steering.community.ConsortiumView;
import org.heyi.steering.community.MemberView;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.OrganizationAffiliation;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/// 成员单位 as OrganizationAffiliation, `consortium.institution`: today's members of the consortia of
/// the caller's area. The consortium is no institution: it is named by its identifier.
@Component
class Affiliations implements FhirSource<OrganizationAffiliation> {

  private static final String PARTICIPANT = "participating-organization";
  private static final String CONSORTIA = FhirOffer.BASE + "NamingSystem/consortium";
  private static final String ROLES = FhirOffer.BASE + "CodeSystem/member-role";

  private final Communities communities;

  Affiliations(Communities communities) {
    this.communities = communities;
  }

  @Override
  public FhirOffer<OrganizationAffiliation> offer() {
    return FhirOffer.of(
            OrganizationAffiliation.class,
            FhirParam.reference(PARTICIPANT, "Organization"),
            FhirParam.token("role"))
        .including(PARTICIPANT, it -> List.of(it.getParticipatingOrganization()));
  }

  @Override
  public OrganizationAffiliation read(String id, Staff by) {
    return all(by)
        .filter(it -> it.getIdElement().getIdPart().equals(id))
        .findFirst()
        .orElseThrow(() -> FhirProblem.NO_SUCH_RESOURCE.with());
  }

  @Override
  public FhirPage<OrganizationAffiliation> search(FhirQuery query, Staff by) {
    var participant = query.reference(PARTICIPANT, "Organization", InstitutionId::of);
    var role = query.token("role");
    var found =
        all(by)
            .filter(it ->
                participant.isEmpty()
                    || it.getParticipatingOrganization()
                        .getReference()
                        .equals("Organization/" + participant.get()))
            .filter(it ->
                role.isEmpty()
                    || it.getCodeFirstRep().getCodingFirstRep().getCode().equals(role.get().code()))
            .toList();
    return FhirPage.all(found, query);
  }

  private Stream<OrganizationAffiliation> all(Staff by) {
    return communities.consortia(by.area()).stream()
        .flatMap(of -> communities.members(of.id()).stream().map(it -> resource(of, it)));
  }

  private static OrganizationAffiliation resource(ConsortiumView of, MemberView it) {
    var resource = new OrganizationAffiliation();
    resource.setId(of.id() + "." + it.institution());
    var consortium = new Reference().setDisplay(of.name());
    consortium.getIdentifier().setSystem(CONSORTIA).setValue(of.id().value());
    resource
        .setActive(true)
        .setOrganization(consortium)
        .setParticipatingOrganization(
            new Reference("Organization/" + it.institution()).setDisplay(it.name()));
    resource.addCode().addCoding().setSystem(ROLES).setCode(it.role().code());
    resource.getPeriod().setStartElement(new DateTimeType(it.period().from().toString()));
    var until = it.period().until();
    if (until != null) {
      resource.getPeriod().setEndElement(new DateTimeType(until.minusDays(1).toString()));
    }
    return resource;
  }
}
