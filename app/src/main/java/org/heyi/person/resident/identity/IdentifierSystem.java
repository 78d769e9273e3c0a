package org.heyi.person.resident.identity;

import java.util.Locale;

/// 证件与卡种类: who gives the number. The codes are those of WS 364.3 CV02.01.101 (身份证件类别); cards and an
/// institution's own numbers are no papers in its sense and have none.
public enum IdentifierSystem {
  /// 居民身份证.
  ID_CARD("01", "[0-9]{17}[0-9X]"),
  /// 15-digit numbers of cards issued until 1999; the 18-digit one is kept beside it.
  OLD_ID_CARD("01", "[0-9]{15}"),
  /// 港澳台居民居住证.
  RESIDENCE_PERMIT("99", "8[123]0000[0-9]{11}[0-9X]"),
  /// 护照.
  PASSPORT("03", "[A-Z0-9]{5,20}"),
  /// 港澳居民来往内地通行证 (回乡证).
  HK_MACAO_PASS("06", "[HM][0-9]{8}([0-9]{2})?"),
  /// 台湾居民来往大陆通行证 (台胞证).
  TAIWAN_PASS("07", "[0-9]{8}|[0-9]{10}[A-Z]?"),
  /// 外国人永久居留身份证: three letters and twelve digits, since 2023 18 digits that begin with 9.
  FOREIGN_PERMANENT_RESIDENCE("99", "[A-Z]{3}[0-9]{12}|9[0-9]{16}[0-9X]"),
  /// 出生医学证明.
  BIRTH_CERTIFICATE("99", "[A-Z][0-9]{9}"),
  /// 居民健康卡, 电子健康卡: opaque.
  HEALTH_CARD("", "[A-Z0-9]{6,64}"),
  /// 社会保障卡, 医保电子凭证: opaque.
  INSURANCE_CARD("", "[A-Z0-9]{6,64}"),
  /// 病案号, 门诊号: an institution's own number.
  LOCAL_NUMBER("", "[A-Z0-9./]{1,32}"),
  /// 临时号: given by Heyi to people without any other, so that a wristband can name them.
  TEMPORARY("", "T[0-9]{8,18}");

  private final String code;
  private final String shape;

  IdentifierSystem(String code, String shape) {
    this.code = code;
    this.shape = shape;
  }

  /// The code of CV02.01.101, or empty.
  public String code() {
    return code;
  }

  public boolean isPaper() {
    return !code.isEmpty();
  }

  /// Whether each issuer counts for itself.
  public boolean hasIssuer() {
    return this == LOCAL_NUMBER;
  }

  /// `ID_CARD` → `resident.system.id-card`.
  public String key() {
    return "resident.system." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether a desk may type it; the others come from Heyi itself.
  public boolean isTyped() {
    return this != TEMPORARY && this != OLD_ID_CARD;
  }

  boolean fits(String normalised) {
    return normalised.matches(shape);
  }
}
