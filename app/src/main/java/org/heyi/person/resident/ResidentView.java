package org.heyi.person.resident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heyi.person.resident.identity.Age;
import org.heyi.person.resident.identity.IdentifierSystem;
import org.heyi.person.resident.identity.Sex;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ResidentId;
import org.jspecify.annotations.Nullable;

/// 居民页: everything this room keeps of a person, numbers masked, and what the reader may do.
///
/// @param noNumberReason why there is no paper, or empty
/// @param ties newest first
/// @param selections newest first
public record ResidentView(
    ResidentId id,
    int version,
    String name,
    Sex sex,
    LocalDate birthDate,
    boolean birthEstimated,
    String phone,
    String address,
    String residence,
    String ownCode,
    String noNumberReason,
    boolean synthetic,
    InstitutionId registeredBy,
    Instant registeredAt,
    List<Number> numbers,
    List<Contact> contacts,
    List<Consent> consents,
    List<Tie> ties,
    List<Selection> selections,
    List<Flag> flags,
    Set<ResidentAction> actions) {

  /// A masked number; the issuer is empty where the whole country counts together.
  public record Number(IdentifierSystem system, String issuer, String masked) {}

  /// A contact person; the phone is masked.
  public record Contact(UUID id, String name, String relation, String phone) {}

  /// A consent; `text` names the text and its version.
  public record Consent(
      UUID id,
      String text,
      RegisterResident.Giver giver,
      String guardian,
      Instant givenAt,
      @Nullable Instant withdrawnAt) {}

  /// A tie to a first-contact institution.
  public record Tie(
      InstitutionId institution, String grid, LocalDate from, @Nullable LocalDate until) {}

  /// A 1+1 choice of a centre and a hospital.
  ///
  /// @param levelRecorded whether the directory knew the hospital's level
  public record Selection(
      UUID id,
      InstitutionId centre,
      InstitutionId hospital,
      boolean levelRecorded,
      RegisterResident.Giver giver,
      String guardian,
      String setBy,
      LocalDate from,
      @Nullable LocalDate until) {}

  /// A population group that somebody recorded.
  ///
  /// @param source how it is known
  public record Flag(
      UUID id,
      String code,
      String source,
      LocalDate from,
      @Nullable LocalDate until,
      String setBy,
      String endedBy) {}

  public ResidentView {
    numbers = List.copyOf(numbers);
    contacts = List.copyOf(contacts);
    consents = List.copyOf(consents);
    ties = List.copyOf(ties);
    selections = List.copyOf(selections);
    flags = List.copyOf(flags);
    actions = Set.copyOf(actions);
  }

  public Age age(LocalDate today) {
    return Age.of(birthDate, today);
  }

  public boolean may(ResidentAction action) {
    return actions.contains(action);
  }

  /// The 1+1 choice that holds, if any.
  public Optional<Selection> selection() {
    return selections.stream().filter(it -> it.until() == null).findFirst();
  }

  /// Whether somebody has agreed to care and sharing.
  public boolean hasConsent() {
    return consents.stream()
        .anyMatch(it ->
            it.withdrawnAt() == null
                && it.giver() != RegisterResident.Giver.NOT_POSSIBLE
                && it.text().startsWith("care-"));
  }
}
