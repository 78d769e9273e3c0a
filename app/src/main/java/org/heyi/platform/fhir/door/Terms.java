package org.heyi.platform.fhir.door;

import static org.heyi.platform.fhir.FhirProblem.BAD_VALUE;
import static org.heyi.platform.fhir.FhirProblem.VERSION_NEEDED;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// 前提: under which terms a caller wants a write to happen; from headers, or from the request part
/// of a Bundle's entry.
record Terms(@Nullable String ifMatch, @Nullable String ifNoneExist, @Nullable String key) {

  private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");
  private static final Pattern IDENTIFIER =
      Pattern.compile("(?:[^?]*\\?)?identifier=([^|&]{1,200})\\|([^|&]{1,100})");

  static Terms of(RequestDetails call) {
    return new Terms(
        call.getHeader("If-Match"),
        call.getHeader("If-None-Exist"),
        call.getHeader("Idempotency-Key"));
  }

  /// The version in `If-Match: W/"3"`.
  String version() {
    if (ifMatch == null) {
      throw VERSION_NEEDED.with();
    }
    var form = ETAG.matcher(ifMatch.strip());
    if (!form.matches()) {
      throw BAD_VALUE.with("If-Match", ifMatch);
    }
    return form.group(1);
  }

  /// `If-None-Exist: identifier=system|value`. Nothing else can be guarded by a row.
  Optional<ForeignIdentifierStore.Key> identifier(String type) {
    if (ifNoneExist == null) {
      return Optional.empty();
    }
    var form = IDENTIFIER.matcher(ifNoneExist.strip().replace("%7C", "|"));
    if (!form.matches()) {
      throw BAD_VALUE.with("If-None-Exist", ifNoneExist);
    }
    return Optional.of(new ForeignIdentifierStore.Key(type, form.group(1), form.group(2)));
  }
}
