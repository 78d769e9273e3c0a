package org.heyi.platform.fhir.auditevent;

import java.util.Map;
import org.heyi.platform.audit.AuditActor;
import org.heyi.platform.audit.AuditOutcome;
import org.heyi.platform.audit.AuditView;
import org.heyi.platform.fhir.FhirForms;
import org.heyi.platform.fhir.FhirOffer;
import org.heyi.platform.shared.Subject;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/// An entry of the log as AuditEvent.
final class AuditEventResource {

  static final String DONE = "0";
  static final String REFUSED = "4";

  private static final String HEYI = "Heyi 合医";
  private static final String DCM = "http://dicom.nema.org/resources/ontology/DCM";
  private static final String REST = "http://hl7.org/fhir/restful-interaction";
  private static final String ENTITY_TYPE =
      "http://terminology.hl7.org/CodeSystem/audit-entity-type";
  private static final String ENTITY_ROLE = "http://terminology.hl7.org/CodeSystem/object-role";
  private static final String SOURCE_TYPE =
      "http://terminology.hl7.org/CodeSystem/security-source-type";
  private static final String SOURCE = "110153";
  private static final String DESTINATION = "110152";
  private static final String APPLICATION = "110150";

  /// What has a resource type of its own here.
  private static final Map<String, String> TYPES =
      Map.of("referral", "ServiceRequest", "institution", "Organization", "resident", "Patient");

  static AuditEvent of(AuditView it) {
    var pattern = Pattern.of(it.action());
    var event = new AuditEvent();
    event.setId(it.id().toString());
    event.setType(new Coding(pattern.typeSystem(), pattern.type(), null));
    if (!pattern.subtype().isEmpty()) {
      event.addSubtype(subtype(pattern));
    }
    event.addSubtype(new Coding(FhirOffer.BASE + "CodeSystem/audit-action", it.action(), null));
    event.setAction(pattern.action());
    event.setRecordedElement(FhirForms.written(it.at()));
    boolean done = it.outcome() == AuditOutcome.DONE;
    event.setOutcome(AuditEventOutcome.fromCode(done ? DONE : REFUSED));
    event.setOutcomeDesc(it.problem());
    agents(event, it.actor(), pattern.action());
    event.getSource().setObserver(new Reference().setDisplay(HEYI));
    event.getSource().addType(new Coding(SOURCE_TYPE, "4", "Application Server"));
    it.residents().forEach(resident -> patient(event, resident.toString()));
    data(event, it);
    return event;
  }

  private static Coding subtype(Pattern it) {
    return new Coding(it.typeSystem().equals(DCM) ? DCM : REST, it.subtype(), null);
  }

  /// Who asks is the source of a query and of what is written, and the destination of what is read.
  private static void agents(AuditEvent event, AuditActor actor, AuditEventAction action) {
    boolean reads = action == AuditEventAction.R;
    var who = event.addAgent().setRequestor(true).setName(actor.name());
    who.setType(dicom(reads ? DESTINATION : SOURCE));
    switch (actor) {
      case AuditActor.Person person -> person(event, who, person);
      case AuditActor.Login login -> who.setAltId(login.name());
      case AuditActor.Clockwork _ -> who.setType(dicom(APPLICATION));
    }
    var server = event.addAgent().setRequestor(false).setName(HEYI);
    server.setType(dicom(reads ? SOURCE : DESTINATION));
  }

  private static void person(
      AuditEvent event, AuditEventAgentComponent who, AuditActor.Person person) {
    var account = person.account().toString();
    who.setAltId(account);
    who.getWho()
        .setDisplay(person.name())
        .getIdentifier()
        .setSystem(FhirForms.ACCOUNT)
        .setValue(account);
    who.addRole(
        new CodeableConcept(new Coding(FhirOffer.BASE + "CodeSystem/role", person.role(), null)));
    event
        .addAgent()
        .setRequestor(false)
        .setWho(new Reference("Organization/" + person.institution()));
  }

  private static CodeableConcept dicom(String code) {
    return new CodeableConcept(new Coding(DCM, code, null));
  }

  private static void patient(AuditEvent event, String resident) {
    event
        .addEntity()
        .setWhat(new Reference("Patient/" + resident))
        .setType(new Coding(ENTITY_TYPE, "1", "Person"))
        .setRole(new Coding(ENTITY_ROLE, "1", "Patient"));
  }

  private static void data(AuditEvent event, AuditView it) {
    var entity =
        event
            .addEntity()
            .setWhat(what(it.subject()))
            .setType(new Coding(ENTITY_TYPE, "2", "System Object"))
            .setRole(new Coding(ENTITY_ROLE, "4", "Domain Resource"));
    it.facts().forEach((name, value) -> detail(entity, name, value));
    if (it.position() != null) {
      detail(entity, "position", String.valueOf(it.position()));
    }
  }

  private static Reference what(Subject it) {
    var type = TYPES.get(it.kind());
    if (type != null) {
      return new Reference(type + "/" + it.id());
    }
    var other = new Reference();
    other.getIdentifier().setSystem(FhirOffer.BASE + "NamingSystem/" + it.kind()).setValue(it.id());
    return other;
  }

  private static void detail(AuditEventEntityComponent entity, String name, String value) {
    if (!value.isEmpty()) {
      entity.addDetail().setType(name).setValue(new StringType(value));
    }
  }

  private AuditEventResource() {}
}
