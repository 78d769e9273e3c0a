package org.heyi.person.resident.fhir;

import java.time.LocalDate;
import java.util.List;
import org.heyi.person.resident.ResidentHit;
import org.heyi.person.resident.ResidentView;
import org.heyi.person.resident.group.PopulationGroup;
import org.heyi.person.resident.identity.Sex;
import org.heyi.platform.shared.ResidentId;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/// From what may be shown of a resident to the resource.
final class PatientResource {

  /// The whole record, numbers masked.
  ///
  /// @param byAge the groups that follow from the birth date
  static Patient of(ResidentView it, List<PopulationGroup> byAge) {
    var resource = person(it.id(), it.name(), it.sex(), it.birthDate(), it.synthetic());
    resource.getMeta().setVersionId(String.valueOf(it.version()));
    if (it.birthEstimated()) {
      resource
          .getBirthDateElement()
          .addExtension(new Extension(PatientTerms.ESTIMATED, new BooleanType(true)));
    }
    it.numbers()
        .forEach(
            number -> masked(resource, PatientTerms.address(number.system()), number.masked()));
    phone(resource, it.phone());
    if (!it.address().isEmpty()) {
      resource.addAddress().setText(it.address());
    }
    code(resource, PatientTerms.RESIDENCE, it.residence());
    code(resource, PatientTerms.NO_NUMBER, it.noNumberReason());
    byAge.forEach(group -> code(resource, PatientTerms.GROUP, group.code()));
    it.flags().stream()
        .filter(flag -> flag.until() == null)
        .forEach(flag -> code(resource, PatientTerms.GROUP, flag.code()));
    if (!it.ownCode().isEmpty()) {
      resource.addExtension(new Extension(PatientTerms.OWN_CODE, new StringType(it.ownCode())));
    }
    it.contacts().forEach(contact -> contact(resource, contact));
    it.ties().stream()
        .filter(tie -> tie.until() == null)
        .forEach(tie ->
            resource.addGeneralPractitioner(new Reference("Organization/" + tie.institution())));
    resource.setManagingOrganization(new Reference("Organization/" + it.registeredBy()));
    return resource;
  }

  /// What a search shows; of a stranger with a masked name.
  static Patient of(ResidentHit it) {
    var resource = person(it.id(), it.name(), it.sex(), it.birthDate(), it.synthetic());
    resource.getMeta().addTag().setSystem(PatientTerms.PARTS).setCode(PatientTerms.SUBSETTED);
    if (!it.number().isEmpty()) {
      masked(resource, "", it.number());
    }
    phone(resource, it.phone());
    return resource;
  }

  private static Patient person(
      ResidentId id, String name, Sex sex, LocalDate born, boolean synthetic) {
    var resource = new Patient();
    resource.setId(id.toString());
    resource.setActive(true).addName().setText(name);
    resource.setGender(PatientTerms.gender(sex));
    resource.setBirthDateElement(new DateType(born.toString()));
    if (synthetic) {
      resource
          .getMeta()
          .addSecurity()
          .setSystem(PatientTerms.REASONS)
          .setCode(PatientTerms.TEST_DATA);
    }
    return resource;
  }

  private static void masked(Patient resource, String system, String masked) {
    var identifier = resource.addIdentifier();
    if (!system.isEmpty()) {
      identifier.setSystem(system);
    }
    identifier
        .getValueElement()
        .addExtension(new Extension(PatientTerms.RENDERED, new StringType(masked)));
  }

  private static void phone(Patient resource, String masked) {
    if (!masked.isEmpty()) {
      resource
          .addTelecom()
          .setSystem(ContactPointSystem.PHONE)
          .getValueElement()
          .addExtension(new Extension(PatientTerms.RENDERED, new StringType(masked)));
    }
  }

  private static void code(Patient resource, String address, String code) {
    if (!code.isEmpty()) {
      resource.addExtension(new Extension(address, new CodeType(code)));
    }
  }

  private static void contact(Patient resource, ResidentView.Contact it) {
    var contact = resource.addContact();
    contact.getName().setText(it.name());
    contact.addRelationship().addCoding().setSystem(PatientTerms.RELATIONS).setCode(it.relation());
    if (!it.phone().isEmpty()) {
      contact
          .addTelecom()
          .setSystem(ContactPointSystem.PHONE)
          .getValueElement()
          .addExtension(new Extension(PatientTerms.RENDERED, new StringType(it.phone())));
    }
  }

  private PatientResource() {}
}
