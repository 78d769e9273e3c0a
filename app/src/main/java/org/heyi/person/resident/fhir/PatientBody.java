package org.heyi.person.resident.fhir;

import static org.heyi.platform.fhir.FhirProblem.BAD_VALUE;
import static org.heyi.platform.fhir.FhirProblem.VALUE_NEEDED;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.heyi.person.resident.Particulars;
import org.heyi.person.resident.RegisterResident;
import org.heyi.person.resident.identity.IdentifierSystem;
import org.heyi.platform.shared.InstitutionId;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.ContactComponent;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/// From a resource that somebody sent to what the room's commands want. The rules of a registration
/// are the room's; here only what cannot be said in a command is refused.
final class PatientBody {

  private static final String ORGANIZATION = "Organization/";

  static RegisterResident registration(Patient body) {
    var numbers = numbers(body);
    var first = numbers.isEmpty() ? null : numbers.getFirst();
    return new RegisterResident(
        particulars(body, null),
        first == null ? IdentifierSystem.ID_CARD : PatientTerms.system(first.getSystem()),
        first == null ? "" : first.getValue(),
        text(body, PatientTerms.NO_NUMBER),
        firstContact(body),
        body.getContact().stream().map(PatientBody::contact).toList(),
        new RegisterResident.Consent(giver(body), text(body, PatientTerms.GUARDIAN)),
        body.getMeta().getSecurity(PatientTerms.REASONS, PatientTerms.TEST_DATA) != null);
  }

  /// Those that came with a value; a masked one is what this server said itself.
  static List<Identifier> numbers(Patient body) {
    return body.getIdentifier().stream().filter(Identifier::hasValue).toList();
  }

  static boolean isAnother(Patient body) {
    return text(body, PatientTerms.ANOTHER).equals("true");
  }

  /// @param known what stays where the body says nothing; null for a new person
  static Particulars particulars(Patient body, @Nullable Particulars known) {
    var name = name(body.getNameFirstRep());
    return new Particulars(
        name.isEmpty() && known != null ? known.name() : name,
        body.hasGender() ? PatientTerms.sex(body.getGender()) : known == null ? null : known.sex(),
        birthDate(body, known),
        body.getBirthDateElement().hasExtension(PatientTerms.ESTIMATED),
        kept(phone(body.getTelecom()), known == null ? "" : known.phone()),
        kept(
            Objects.toString(body.getAddressFirstRep().getText(), ""),
            known == null ? "" : known.address()),
        kept(text(body, PatientTerms.RESIDENCE), known == null ? "" : known.residence()),
        kept(text(body, PatientTerms.OWN_CODE), known == null ? "" : known.ownCode()));
  }

  private static String kept(String said, String known) {
    return said.isEmpty() ? known : said;
  }

  private static @Nullable LocalDate birthDate(Patient body, @Nullable Particulars known) {
    if (!body.hasBirthDate()) {
      return known == null ? null : known.birthDate();
    }
    var written = body.getBirthDateElement().getValueAsString();
    try {
      return LocalDate.parse(written);
    } catch (DateTimeException part) {
      throw BAD_VALUE.with("Patient.birthDate", written);
    }
  }

  /// As people write it; a name in parts is family before given, as here.
  private static String name(HumanName name) {
    return name.hasText()
        ? name.getText()
        : Objects.toString(name.getFamily(), "") + name.getGivenAsSingleString();
  }

  private static String phone(List<ContactPoint> all) {
    return all.stream()
        .filter(it -> it.getSystem() == ContactPoint.ContactPointSystem.PHONE && it.hasValue())
        .map(ContactPoint::getValue)
        .findFirst()
        .orElse("");
  }

  private static RegisterResident.Contact contact(ContactComponent it) {
    return new RegisterResident.Contact(
        name(it.getName()),
        Objects.toString(it.getRelationshipFirstRep().getCodingFirstRep().getCode(), ""),
        phone(it.getTelecom()));
  }

  private static @Nullable InstitutionId firstContact(Patient body) {
    if (!body.hasGeneralPractitioner()) {
      return null;
    }
    return institution(body.getGeneralPractitionerFirstRep());
  }

  private static InstitutionId institution(Reference reference) {
    var target = Objects.toString(reference.getReference(), "");
    var id = target.startsWith(ORGANIZATION) ? target.substring(ORGANIZATION.length()) : "";
    return InstitutionId.find(id)
        .orElseThrow(() -> BAD_VALUE.with("Patient.generalPractitioner", target));
  }

  private static RegisterResident.Giver giver(Patient body) {
    var said = text(body, PatientTerms.CONSENT);
    if (said.isEmpty()) {
      throw VALUE_NEEDED.with(PatientTerms.CONSENT);
    }
    return Arrays.stream(RegisterResident.Giver.values())
        .filter(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(said))
        .findFirst()
        .orElseThrow(() -> BAD_VALUE.with(PatientTerms.CONSENT, said));
  }

  private static String text(Patient body, String address) {
    var extension = body.getExtensionByUrl(address);
    return extension == null || extension.getValue() == null
        ? ""
        : Objects.toString(extension.getValue().primitiveValue(), "");
  }

  private PatientBody() {}
}
