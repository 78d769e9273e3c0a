package org.heyi.flow.referral.fhir;

import static org.heyi.platform.fhir.FhirProblem.BAD_VALUE;
import static org.heyi.platform.fhir.FhirProblem.NO_SUCH_RESOURCE;
import static org.heyi.platform.fhir.FhirProblem.VALUE_NEEDED;

import java.util.Optional;
import java.util.function.Function;
import org.heyi.flow.referral.ReferralId;
import org.heyi.platform.fhir.FhirQuery;
import org.hl7.fhir.r4.model.Reference;

/// What somebody typed as an id.
final class Ids {

  /// Of a path: what is no id names nothing.
  static ReferralId referral(String typed) {
    try {
      return ReferralId.of(typed);
    } catch (IllegalArgumentException none) {
      throw NO_SUCH_RESOURCE.with();
    }
  }

  /// Of a search parameter.
  static <T> Optional<T> asked(
      FhirQuery query, String name, String type, Function<String, T> reading) {
    return query.reference(name, type).map(it -> read(name, it, reading));
  }

  /// Of a reference in a body: `Type/id`.
  static <T> T named(String path, Reference given, String type, Function<String, T> reading) {
    if (!given.hasReference()) {
      throw VALUE_NEEDED.with(path);
    }
    var text = given.getReference();
    if (!text.startsWith(type + "/")) {
      throw BAD_VALUE.with(path, text);
    }
    return read(path, text.substring(type.length() + 1), reading);
  }

  static <T> T read(String name, String typed, Function<String, T> reading) {
    try {
      return reading.apply(typed);
    } catch (IllegalArgumentException none) {
      throw BAD_VALUE.with(name, typed);
    }
  }

  private Ids() {}
}
