package org.heyi.platform.backup;

import org.heyi.platform.shared.Problem;

/// What making a backup and restoring one refuse.
enum BackupProblem implements Problem {
  FILE_EXISTS(Kind.CONFLICT),
  FOLDER_MISSING(Kind.REFUSED),
  NOT_WRITTEN(Kind.REFUSED),
  NO_SUCH_FILE(Kind.UNKNOWN),
  DAMAGED(Kind.REFUSED),
  NEWER(Kind.REFUSED),
  OTHER_TABLES(Kind.REFUSED),
  COUNT_DIFFERS(Kind.REFUSED),
  FILE_IN_THE_WAY(Kind.CONFLICT),
  NOT_UTF8(Kind.REFUSED);

  private final Kind kind;

  BackupProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
