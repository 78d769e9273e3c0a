package org.heyi.platform.database;

import org.springframework.boot.ExitCodeGenerator;

/// A reason not to start that the person at the machine can do something about, in one line of
/// Chinese and English. It is all they see: no stack trace.
public sealed class StartRefused extends RuntimeException implements ExitCodeGenerator
    permits DirectoryInUse {

  private static final long serialVersionUID = 1L;

  public StartRefused(String chinese, String english) {
    super(chinese + " / " + english);
  }

  @Override
  public int getExitCode() {
    return 2;
  }
}
