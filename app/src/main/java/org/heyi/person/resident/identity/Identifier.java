package org.heyi.person.resident.identity;

import java.time.LocalDate;
import java.util.Optional;

/// 标识: one number of one person in its one form: who gives it, the issuer where each counts for
/// itself, and the value.
///
/// @param issuer an institution for its own numbers, else empty
public record Identifier(IdentifierSystem system, String issuer, String value) {

  private static final int NEW_FOREIGN_CARD = 18;

  public static Identifier of(IdentifierSystem system, String raw, LocalDate today) {
    return of(system, "", raw, today);
  }

  /// Brings the number into its one form and checks it. An ID card number of Hong Kong, Macao or
  /// Taiwan residents is their residence permit, whatever the form said.
  public static Identifier of(IdentifierSystem system, String issuer, String raw, LocalDate today) {
    var value = Written.number(raw);
    if (value.isEmpty()) {
      throw IdentityProblem.NUMBER_EMPTY.with();
    }
    return switch (system) {
      case ID_CARD, RESIDENCE_PERMIT -> ofCard(IdCard.of(value, today), system);
      case OLD_ID_CARD -> new Identifier(system, "", shaped(system, value));
      case FOREIGN_PERMANENT_RESIDENCE -> {
        if (value.length() == NEW_FOREIGN_CARD) {
          IdCard.wellFormed(value, today);
        }
        yield new Identifier(system, "", shaped(system, value));
      }
      case PASSPORT,
          HK_MACAO_PASS,
          TAIWAN_PASS,
          BIRTH_CERTIFICATE,
          HEALTH_CARD,
          INSURANCE_CARD,
          LOCAL_NUMBER,
          TEMPORARY ->
          new Identifier(system, system.hasIssuer() ? issuer : "", shaped(system, value));
    };
  }

  private static Identifier ofCard(IdCard card, IdentifierSystem asked) {
    if (card.isResidencePermit()) {
      return new Identifier(
          IdentifierSystem.RESIDENCE_PERMIT,
          "",
          shaped(IdentifierSystem.RESIDENCE_PERMIT, card.number()));
    }
    return new Identifier(asked, "", shaped(asked, card.number()));
  }

  private static String shaped(IdentifierSystem system, String value) {
    if (!system.fits(value)) {
      throw IdentityProblem.NUMBER_SHAPE.with();
    }
    return value;
  }

  /// The old number of 15 digits, when that is what was typed; both are kept.
  public Optional<Identifier> old(String raw) {
    var typed = Written.number(raw);
    return system == IdentifierSystem.ID_CARD && IdCard.isOld(typed)
        ? Optional.of(new Identifier(IdentifierSystem.OLD_ID_CARD, "", typed))
        : Optional.empty();
  }

  /// Birth date and sex, where the number tells them.
  public Optional<IdCard> card() {
    return switch (system) {
      case ID_CARD, RESIDENCE_PERMIT -> Optional.of(new IdCard(value));
      case FOREIGN_PERMANENT_RESIDENCE ->
          value.length() == NEW_FOREIGN_CARD ? Optional.of(new IdCard(value)) : Optional.empty();
      case OLD_ID_CARD,
          PASSPORT,
          HK_MACAO_PASS,
          TAIWAN_PASS,
          BIRTH_CERTIFICATE,
          HEALTH_CARD,
          INSURANCE_CARD,
          LOCAL_NUMBER,
          TEMPORARY ->
          Optional.empty();
    };
  }

  /// What a search compares with, as far as it has been typed.
  public static String normalised(String raw) {
    return Written.number(raw);
  }

  /// 临时号 for the `count`-th person without a number.
  public static Identifier temporary(long count) {
    return new Identifier(IdentifierSystem.TEMPORARY, "", "T%08d".formatted(count));
  }

  /// A temporary number leads nowhere outside Heyi and is shown whole.
  public String masked() {
    return system == IdentifierSystem.TEMPORARY ? value : Masks.number(value);
  }

  @Override
  public String toString() {
    return system + " " + masked();
  }
}
