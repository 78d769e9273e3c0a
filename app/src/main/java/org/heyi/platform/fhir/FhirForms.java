package org.heyi.platform.fhir;

import static org.heyi.platform.fhir.FhirProblem.BAD_VALUE;
import static org.heyi.platform.fhir.FhirProblem.NO_SUCH_RESOURCE;
import static org.heyi.platform.fhir.FhirProblem.VALUE_NEEDED;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import java.util.function.Function;
import org.heyi.platform.shared.Moments;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;

/// 公用形式: how resources of all rooms write codes and moments, and read ids. Moments are in China's
/// time.
public final class FhirForms {

  /// 医疗机构诊疗科目名录.
  public static final String DEPARTMENT = FhirOffer.BASE + "CodeSystem/department";

  public static final String INSTITUTION = FhirOffer.BASE + "NamingSystem/institution";
  public static final String ACCOUNT = FhirOffer.BASE + "NamingSystem/account";

  private static final TimeZone CHINA = TimeZone.getTimeZone(Moments.CHINA);

  public static CodeableConcept concept(String system, String code) {
    return new CodeableConcept(new Coding().setSystem(system).setCode(code));
  }

  /// @param display may be empty
  public static CodeableConcept concept(String system, String code, String display) {
    return new CodeableConcept(new Coding(system, code, display.isEmpty() ? null : display));
  }

  /// The code of one system, or empty.
  public static String code(CodeableConcept concept, String system) {
    return concept.getCoding().stream()
        .filter(it -> system.equals(it.getSystem()) && it.hasCode())
        .map(Coding::getCode)
        .findFirst()
        .orElse("");
  }

  /// To the second.
  public static DateTimeType at(Instant moment) {
    return new DateTimeType(Date.from(moment), TemporalPrecisionEnum.SECOND, CHINA);
  }

  /// When something was written, to the millisecond.
  public static InstantType written(Instant moment) {
    return new InstantType(Date.from(moment), TemporalPrecisionEnum.MILLI, CHINA);
  }

  /// When something begins or ends, to the second.
  public static InstantType instant(Instant moment) {
    return new InstantType(Date.from(moment), TemporalPrecisionEnum.SECOND, CHINA);
  }

  /// An id of a path: what is no id names nothing.
  public static <I> I id(String typed, Function<String, I> of) {
    try {
      return of.apply(typed);
    } catch (IllegalArgumentException none) {
      throw NO_SUCH_RESOURCE.with();
    }
  }

  /// An id or number that was given as a value.
  ///
  /// @param where the element or parameter, for the refusal
  public static <I> I value(String where, String typed, Function<String, I> of) {
    try {
      return of.apply(typed);
    } catch (IllegalArgumentException none) {
      throw BAD_VALUE.with(where, typed);
    }
  }

  /// What a reference of a body, `Type/id`, names.
  public static <I> I named(String where, Reference given, String type, Function<String, I> of) {
    if (!given.hasReference()) {
      throw VALUE_NEEDED.with(where);
    }
    var text = given.getReference();
    if (!text.startsWith(type + "/")) {
      throw BAD_VALUE.with(where, text);
    }
    return value(where, text.substring(type.length() + 1), of);
  }

  private FhirForms() {}
}
