package org.heyi.steering.directory.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestStaff;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.fhir.FhirClient;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.steering.directory.EnlistPractitioner;
import org.heyi.steering.directory.Institutions;
import org.heyi.steering.directory.PractitionerTitle;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.OrganizationAffiliation;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Institutions, departments, people and memberships as other systems see them.
@HeyiTest
class DirectoryResourcesTests {

  private static final String HOSPITAL = "ninghe-yiyuan";

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired Institutions institutions;
  private FhirClient system;

  @BeforeEach
  void open() {
    system = FhirClient.open(port, accounts, HOSPITAL, "hospital-system", "system/*.rs");
  }

  /// Whatever a list shows can be read by its id, and says the same.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Organization?name=%E5%8C%BB%E9%99%A2",
        "Location?_count=5",
        "HealthcareService?organization=Organization/ninghe-yiyuan",
        "OrganizationAffiliation?role=member"
      })
  @Satisfies("PLT-02")
  void whatIsFoundCanBeRead(String search) {
    var found = resources(system.get(search));

    assertThat(found).isNotEmpty();
    var first = found.getFirst();
    var path = first.fhirType() + "/" + first.getIdElement().getIdPart();
    assertThat(FhirClient.json(system.get(path).as(first.getClass())))
        .isEqualTo(FhirClient.json(first));
    assertThat(system.get(first.fhirType() + "/none").status()).isEqualTo(404);
  }

  @Test
  void aProfessionalHasARoleInADepartment() {
    var head = TestStaff.with("institution-head", HOSPITAL);
    var id =
        institutions.enlist(
            new EnlistPractitioner(
                new InstitutionId(HOSPITAL),
                "03.04",
                "测试 段医师",
                PractitionerTitle.ATTENDING_PHYSICIAN,
                LocalDate.of(2026, 1, 1)),
            head);
    var role = system.get("PractitionerRole/" + id).as(PractitionerRole.class);

    assertThat(role.getCodeFirstRep().getCodingFirstRep().getCode())
        .isEqualTo("attending_physician");
    assertThat(role.getHealthcareServiceFirstRep().getReference())
        .isEqualTo("HealthcareService/ninghe-yiyuan.03.04");
    var found =
        resources(
            system.get(
                "PractitionerRole?role=attending_physician"
                    + "&_include=PractitionerRole:practitioner&_include=PractitionerRole:service"));
    assertThat(found)
        .extracting(Resource::fhirType)
        .contains("PractitionerRole", "Practitioner", "HealthcareService");
    assertThat(system.get("Practitioner/" + id).status()).isEqualTo(200);
  }

  @Test
  void theDepartmentsOfAnInstitutionAreCoded() {
    var found =
        resources(system.get("HealthcareService?specialty=03.04")).stream()
            .map(it -> (HealthcareService) it)
            .toList();

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().getName()).isEqualTo("心血管内科");
  }

  @Test
  void aMembershipNamesItsConsortiumAndRole() {
    var found =
        resources(
            system.get(
                "OrganizationAffiliation?participating-organization=Organization/" + HOSPITAL));

    assertThat(found).hasSize(1);
    assertThat(((OrganizationAffiliation) found.getFirst()).getCodeFirstRep())
        .extracting(it -> it.getCodingFirstRep().getCode())
        .isEqualTo("lead");
  }

  private static List<Resource> resources(FhirClient.Answer answer) {
    return answer.as(Bundle.class).getEntry().stream().map(it -> it.getResource()).toList();
  }
}
