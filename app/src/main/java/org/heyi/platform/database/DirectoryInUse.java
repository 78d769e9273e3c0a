package org.heyi.platform.database;

/// Another Heyi holds the data directory.
final class DirectoryInUse extends StartRefused {

  private static final long serialVersionUID = 1L;

  DirectoryInUse(String chinese, String english) {
    super(chinese, english);
  }
}
