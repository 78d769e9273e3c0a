package org.heyi.platform.shell;

import org.heyi.platform.shared.Problem;
import org.springframework.http.HttpStatus;

/// 外壳的拒绝原因: what the frame itself refuses, and what HTTP does.
public enum ShellProblem implements Problem {
  PAGE_NOT_FOUND(Kind.UNKNOWN),
  NOT_ALLOWED(Kind.FORBIDDEN),
  SIGN_IN_FIRST(Kind.FORBIDDEN),
  BAD_INPUT(Kind.REFUSED),
  MISSING_FIELD(Kind.REFUSED),
  WRONG_FIELD(Kind.REFUSED),
  UNKNOWN_FIELD(Kind.REFUSED),
  NO_SUCH_PAGE_OF_LIST(Kind.REFUSED),
  WRONG_METHOD(Kind.REFUSED),
  NOT_IN_THAT_FORM(Kind.REFUSED),
  UNREADABLE_FORM(Kind.REFUSED),
  TOO_LARGE(Kind.REFUSED),
  FAILED(Kind.REFUSED),
  SAME_KEY_OTHER_CONTENT(Kind.CONFLICT),
  DATABASE_AWAY(Kind.UNAVAILABLE),
  DISK_FULL(Kind.UNAVAILABLE),
  OVERLOADED(Kind.UNAVAILABLE);

  private final Kind kind;

  ShellProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  /// What an answer without more to say means.
  public static ShellProblem of(HttpStatus status) {
    if (status.is5xxServerError()) {
      return FAILED;
    }
    return switch (status) {
      case NOT_FOUND -> PAGE_NOT_FOUND;
      case UNAUTHORIZED -> SIGN_IN_FIRST;
      case FORBIDDEN -> NOT_ALLOWED;
      case METHOD_NOT_ALLOWED -> WRONG_METHOD;
      case NOT_ACCEPTABLE -> NOT_IN_THAT_FORM;
      case UNSUPPORTED_MEDIA_TYPE -> UNREADABLE_FORM;
      case CONTENT_TOO_LARGE -> TOO_LARGE;
      default -> BAD_INPUT;
    };
  }
}
