package org.heyi.person.resident.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @ParameterizedTest
  @CsvSource({
    "PASSPORT, e12345678, E12345678",
    "HK_MACAO_PASS, H1234567800, H1234567800",
    "HK_MACAO_PASS, m12345678, M12345678",
    "TAIWAN_PASS, 01234567, 01234567",
    "FOREIGN_PERMANENT_RESIDENCE, usa110180010112, USA110180010112",
    "BIRTH_CERTIFICATE, ｖ１１０１２３４５６, V110123456",
    "LOCAL_NUMBER, 0000 1234, 00001234",
    "OLD_ID_CARD, 110105491231002, 110105491231002"
  })
  void bringsNumbersIntoTheirOneForm(IdentifierSystem system, String written, String value) {
    assertThat(Identifier.of(system, written, TODAY).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "PASSPORT, 护照123",
    "HK_MACAO_PASS, X12345678",
    "TAIWAN_PASS, 123",
    "BIRTH_CERTIFICATE, 1101234567",
    "RESIDENCE_PERMIT, 11010519491231002X",
    "HEALTH_CARD, 12",
    "LOCAL_NUMBER, a%b"
  })
  void refusesWhatTheIssuerNeverPrints(IdentifierSystem system, String written) {
    assertThatThrownBy(() -> Identifier.of(system, written, TODAY))
        .hasMessageContaining("resident.number-shape");
  }

  @Test
  void aResidencePermitIsOneWhateverTheFormSaid() {
    var number = "83000019900101001";
    number += IdCard.checkDigit(number);

    var typed = Identifier.of(IdentifierSystem.ID_CARD, number, TODAY);

    assertThat(typed.system()).isEqualTo(IdentifierSystem.RESIDENCE_PERMIT);
    assertThat(typed).isEqualTo(Identifier.of(IdentifierSystem.RESIDENCE_PERMIT, number, TODAY));
    assertThat(typed.card().orElseThrow().birthDate()).isEqualTo(LocalDate.of(1990, 1, 1));
  }

  @Test
  void theNewForeignersCardHasACheckDigit() {
    var seventeen = "91108401980010100";
    var number = seventeen.substring(0, 6) + "19800101" + "001";
    var good = number + IdCard.checkDigit(number);

    assertThat(
            Identifier.of(IdentifierSystem.FOREIGN_PERMANENT_RESIDENCE, good, TODAY)
                .card()
                .orElseThrow()
                .birthDate())
        .isEqualTo(LocalDate.of(1980, 1, 1));
    var bad = number + (good.endsWith("0") ? '1' : '0');
    assertThatThrownBy(
            () -> Identifier.of(IdentifierSystem.FOREIGN_PERMANENT_RESIDENCE, bad, TODAY))
        .hasMessageContaining("resident.id-check-digit");
  }

  @Test
  void theOldNumberIsKeptBesideTheNewOne() {
    var typed = "110105491231002";
    var card = Identifier.of(IdentifierSystem.ID_CARD, typed, TODAY);

    assertThat(card.value()).isEqualTo("11010519491231002X");
    assertThat(card.old(typed)).contains(new Identifier(IdentifierSystem.OLD_ID_CARD, "", typed));
    assertThat(card.old(card.value())).isEmpty();
  }

  @Test
  void onlyAnInstitutionsOwnNumberHasAnIssuer() {
    assertThat(Identifier.of(IdentifierSystem.LOCAL_NUMBER, "ninghe-yiyuan", "7", TODAY).issuer())
        .isEqualTo("ninghe-yiyuan");
    assertThat(
            Identifier.of(IdentifierSystem.PASSPORT, "ninghe-yiyuan", "E1234567", TODAY).issuer())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "11010519491231002X, 110105********002X",
    "110105491231002, 110105*****1002",
    "E12345678, E1*****78",
    "1234, 1**4",
    "12, **"
  })
  void masksTheMiddle(String number, String masked) {
    assertThat(Masks.number(number)).isEqualTo(masked);
  }

  @Test
  void noNumberLeaksIntoALogLine() {
    assertThat(Identifier.of(IdentifierSystem.ID_CARD, "11010519491231002X", TODAY).toString())
        .doesNotContain("19491231");
    assertThat(Phone.of("13812341234").toString()).isEqualTo("138****1234");
  }

  @ParameterizedTest
  @CsvSource({
    "138 1234 1234, 13812341234",
    "+86 138-1234-1234, 13812341234",
    "１３８１２３４１２３４, 13812341234",
    "022-69591234, 02269591234",
    "(022)69591234, 02269591234",
    "69591234, 69591234",
    "+852 91234567, +85291234567"
  })
  void readsPhonesAsPeopleWriteThem(String written, String value) {
    assertThat(Phone.of(written).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"12812341234", "138123412345", "1381234123", "phone", "''"})
  void refusesWhatNobodyCanDial(String written) {
    assertThatThrownBy(() -> Phone.of(written)).hasMessageContaining("resident.phone-shape");
  }

  @Test
  void countsAgesAsWardsDo() {
    assertThat(Age.of(LocalDate.of(2026, 11, 22), TODAY)).isEqualTo(new Age(0, Age.Unit.DAYS));
    assertThat(Age.of(LocalDate.of(2026, 10, 23), TODAY)).isEqualTo(new Age(30, Age.Unit.DAYS));
    assertThat(Age.of(LocalDate.of(2026, 10, 22), TODAY)).isEqualTo(new Age(1, Age.Unit.MONTHS));
    assertThat(Age.of(LocalDate.of(2025, 11, 23), TODAY)).isEqualTo(new Age(11, Age.Unit.MONTHS));
    assertThat(Age.of(LocalDate.of(2025, 11, 22), TODAY)).isEqualTo(new Age(1, Age.Unit.YEARS));
    assertThat(Age.of(LocalDate.of(1940, 6, 1), TODAY)).isEqualTo(new Age(86, Age.Unit.YEARS));
  }
}
