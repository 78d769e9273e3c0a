package org.heyi.person.resident.web;

import static org.heyi.person.resident.web.Typed.text;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.heyi.person.resident.Particulars;
import org.heyi.person.resident.RegisterResident;
import org.heyi.person.resident.identity.IdentifierSystem;
import org.heyi.person.resident.identity.PersonName;
import org.heyi.person.resident.identity.Sex;
import org.jspecify.annotations.Nullable;

/// The registration form as typed. It binds these fields and no others.
///
/// @param key made when the form was shown: pressing twice is one resident
/// @param different the desk has looked at the similar person and says it is another
public record RegisterForm(
    @Nullable UUID key,
    @Nullable String name,
    @Nullable String system,
    @Nullable String number,
    @Nullable String noNumberReason,
    @Nullable String sex,
    @Nullable String birthDate,
    @Nullable String birthEstimated,
    @Nullable String phone,
    @Nullable String address,
    @Nullable String residence,
    @Nullable String ownCode,
    @Nullable String firstContact,
    @Nullable String contactName,
    @Nullable String contactRelation,
    @Nullable String contactPhone,
    @Nullable String consent,
    @Nullable String guardian,
    @Nullable String different) {

  static RegisterForm empty(String firstContact) {
    return new RegisterForm(
        UUID.randomUUID(),
        "",
        "ID_CARD",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "household-here",
        "",
        firstContact,
        "",
        "",
        "",
        "",
        "",
        "");
  }

  /// The same form to look at again: invisible characters are gone from the names.
  RegisterForm cleaned() {
    return new RegisterForm(
        key,
        PersonName.cleaned(text(name)),
        system,
        number,
        noNumberReason,
        sex,
        birthDate,
        birthEstimated,
        phone,
        address,
        residence,
        ownCode,
        firstContact,
        PersonName.cleaned(text(contactName)),
        contactRelation,
        contactPhone,
        consent,
        guardian,
        different);
  }

  public ParticularsShown shown() {
    return new ParticularsShown(
        text(name),
        text(sex),
        text(birthDate),
        text(birthEstimated),
        text(phone),
        text(address),
        text(residence),
        text(ownCode));
  }

  public String systemText() {
    return text(system);
  }

  public String numberText() {
    return text(number);
  }

  public String reasonText() {
    return text(noNumberReason);
  }

  public String placeText() {
    return text(firstContact);
  }

  public String contactNameText() {
    return text(contactName);
  }

  public String relationText() {
    return text(contactRelation);
  }

  public String contactPhoneText() {
    return text(contactPhone);
  }

  public String consentText() {
    return text(consent);
  }

  public String guardianText() {
    return text(guardian);
  }

  /// Without a number two records of one person would go unnoticed.
  boolean mayBeSimilar() {
    return text(number).isEmpty() && text(different).isEmpty();
  }

  boolean birthDateIsUnreadable() {
    return !text(birthDate).isEmpty() && Typed.date(text(birthDate)) == null;
  }

  /// No list offers it: somebody made the form by hand.
  boolean placeIsNone() {
    return !text(firstContact).isEmpty() && Typed.institution(text(firstContact)) == null;
  }

  RegisterResident command() {
    return new RegisterResident(
        new Particulars(
            text(name),
            Sex.find(text(sex)).orElse(null),
            Typed.date(text(birthDate)),
            !text(birthEstimated).isEmpty(),
            text(phone),
            text(address),
            text(residence),
            text(ownCode)),
        systemOr(IdentifierSystem.ID_CARD),
        text(number),
        text(number).isEmpty() ? text(noNumberReason) : "",
        Typed.institution(text(firstContact)),
        contacts(),
        new RegisterResident.Consent(giver(), text(guardian)),
        false);
  }

  private IdentifierSystem systemOr(IdentifierSystem otherwise) {
    return Arrays.stream(IdentifierSystem.values())
        .filter(it -> it.name().equals(text(system)))
        .findFirst()
        .orElse(otherwise);
  }

  /// A contact is filled in or left out as a whole.
  private List<RegisterResident.Contact> contacts() {
    if (text(contactName).isEmpty() && text(contactPhone).isEmpty()) {
      return List.of();
    }
    return List.of(
        new RegisterResident.Contact(text(contactName), text(contactRelation), text(contactPhone)));
  }

  private RegisterResident.@Nullable Giver giver() {
    return Arrays.stream(RegisterResident.Giver.values())
        .filter(it -> it.name().equals(text(consent)))
        .findFirst()
        .orElse(null);
  }
}
