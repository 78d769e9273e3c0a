package org.heyi.flow.referral.fhir;

import static org.heyi.platform.fhir.FhirProblem.BAD_VALUE;

import java.util.stream.Collectors;
import org.heyi.flow.referral.content.ContactPerson;
import org.heyi.flow.referral.content.Request;
import org.heyi.platform.fhir.FhirForms;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;

/// 知情同意 and 联系人 as contained Consent and RelatedPerson.
final class AgreementPart {

  private static final String SCOPES = "http://terminology.hl7.org/CodeSystem/consentscope";
  private static final String CONSENT_DOCUMENT = "59284-0";

  /// Separate consent for passing on sensitive data.
  private static final String LAW = "个人信息保护法 第二十九条";

  static void write(ServiceRequest to, Request it, Reference patient) {
    if (it.consent()) {
      var consent = new Consent().setStatus(ConsentState.ACTIVE).setPatient(patient);
      consent.setScope(FhirForms.concept(SCOPES, "patient-privacy"));
      consent.addCategory(FhirForms.concept(Codes.LOINC, CONSENT_DOCUMENT));
      consent.setPolicyRule(new CodeableConcept().setText(LAW));
      Contained.add(to, "consent", consent);
    }
    var contact = it.contact();
    if (contact.equals(ContactPerson.NOBODY)) {
      return;
    }
    var person = new RelatedPerson().setPatient(patient);
    if (!contact.name().isEmpty()) {
      person.addName().setText(contact.name());
    }
    if (!contact.relation().isEmpty()) {
      person.addRelationship(new CodeableConcept().setText(contact.relation()));
    }
    if (!contact.phone().isEmpty()) {
      person.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(contact.phone());
    }
    Contained.add(to, "contact", person);
  }

  static boolean consent(ServiceRequest from) {
    return Contained.all(from, Consent.class).anyMatch(it -> it.getStatus() == ConsentState.ACTIVE);
  }

  static ContactPerson contact(ServiceRequest from) {
    var people = Contained.all(from, RelatedPerson.class).toList();
    if (people.size() > 1) {
      throw BAD_VALUE.with("ServiceRequest.contained", "RelatedPerson");
    }
    return people.isEmpty() ? ContactPerson.NOBODY : contact(people.getFirst());
  }

  private static ContactPerson contact(RelatedPerson it) {
    var relation =
        it.getRelationship().stream()
            .map(concept -> text(concept.getText()))
            .collect(Collectors.joining());
    var phone = it.getTelecom().stream().map(ContactPoint::getValue).findFirst().orElse("");
    return new ContactPerson(name(it.getNameFirstRep()), relation, text(phone));
  }

  private static String name(HumanName it) {
    return it.hasText() ? it.getText() : text(it.getFamily()) + text(it.getGivenAsSingleString());
  }

  private static String text(@Nullable String it) {
    return it == null ? "" : it;
  }

  private AgreementPart() {}
}
