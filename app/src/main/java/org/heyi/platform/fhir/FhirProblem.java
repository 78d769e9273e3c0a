package org.heyi.platform.fhir;

import org.heyi.platform.shared.Problem;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/// What the FHIR side refuses before a room is asked, with the status that HTTP and FHIR have for
/// it.
public enum FhirProblem implements Problem {
  NO_TOKEN(401, IssueType.LOGIN),
  OUTSIDE_SCOPE(403, IssueType.FORBIDDEN),
  NO_SUCH_TYPE(404, IssueType.NOTSUPPORTED),
  NO_SUCH_RESOURCE(404, IssueType.NOTFOUND),
  NO_SUCH_VERSION(404, IssueType.NOTFOUND),
  NOT_OFFERED(405, IssueType.NOTSUPPORTED),
  NO_SUCH_OPERATION(404, IssueType.NOTSUPPORTED),
  BAD_REQUEST(400, IssueType.INVALID),
  BODY_NEEDED(400, IssueType.REQUIRED),
  BODY_NOT_READABLE(400, IssueType.STRUCTURE),
  BODY_BEYOND_LIMITS(400, IssueType.TOOCOSTLY),
  BODY_TOO_LARGE(413, IssueType.TOOLONG),
  NUMBER_TOO_LONG(400, IssueType.VALUE),
  ONLY_JSON(415, IssueType.NOTSUPPORTED),
  NOT_THIS_FORMAT(406, IssueType.NOTSUPPORTED),
  WRONG_TYPE(400, IssueType.INVALID),
  WRONG_ID(400, IssueType.INVALID),
  UNKNOWN_PARAMETER(400, IssueType.NOTSUPPORTED),
  PARAMETER_NEEDED(400, IssueType.REQUIRED),
  BAD_VALUE(400, IssueType.VALUE),
  TOO_MANY(400, IssueType.TOOCOSTLY),
  VALUE_NEEDED(400, IssueType.REQUIRED),
  VERSION_NEEDED(428, IssueType.REQUIRED),
  CHANGED(412, IssueType.CONFLICT),
  NOT_IN_A_BUNDLE(400, IssueType.NOTSUPPORTED),
  UNKNOWN_REFERENCE(400, IssueType.NOTFOUND),
  /// A bug; the number stands in Heyi's log.
  FAILED(500, IssueType.EXCEPTION);

  private static final int FORBIDDEN = 403;
  private static final int UNKNOWN = 404;
  private static final int CONFLICT = 409;

  private final int status;
  private final IssueType issue;

  FhirProblem(int status, IssueType issue) {
    this.status = status;
    this.issue = issue;
  }

  public int status() {
    return status;
  }

  public IssueType issue() {
    return issue;
  }

  @Override
  public Kind kind() {
    return switch (status) {
      case FORBIDDEN -> Kind.FORBIDDEN;
      case UNKNOWN -> Kind.UNKNOWN;
      case CONFLICT -> Kind.CONFLICT;
      default -> Kind.REFUSED;
    };
  }
}
