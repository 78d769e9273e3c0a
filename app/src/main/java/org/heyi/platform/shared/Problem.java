package org.heyi.platform.shared;

import java.util.Locale;

/// 拒绝原因: one thing that can be refused, said as a fact.
///
/// Each room has one enum of them. The [#code()] is at once the key of the sentence in both
/// languages, the `type` of RFC 9457 JSON, the code in a FHIR OperationOutcome and a metric tag.
public interface Problem {

  /// How a refusal is answered: 404, 403, 422, 409 or 503.
  enum Kind {
    /// It does not exist, or the caller may not know that it does.
    UNKNOWN(404),
    /// The caller sees it and may not do this.
    FORBIDDEN(403),
    /// A rule says no, whoever asks.
    REFUSED(422),
    /// Somebody else was first.
    CONFLICT(409),
    /// The house itself cannot, just now.
    UNAVAILABLE(503);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    /// Of HTTP, wherever a refusal is answered.
    public int status() {
      return status;
    }
  }

  Kind kind();

  /// The constant's name; an enum has it.
  String name();

  /// `ReferralProblem.ALREADY_ANSWERED` → `referral.already-answered`.
  default String code() {
    var room = getClass().getSimpleName().replaceFirst("Problem$", "");
    return room.toLowerCase(Locale.ROOT) + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The exception that says it. The arguments fill the sentence's places {0}, {1} ….
  default ProblemException with(Object... args) {
    return new ProblemException(this, args);
  }
}
