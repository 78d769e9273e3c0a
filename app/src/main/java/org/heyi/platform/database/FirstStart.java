package org.heyi.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// 首次启动: the filling of a new embedded database before the first page is answered.
///
/// If it is cut off, nobody has worked with what is there, and half of it is worth nothing: the
/// next start throws the database away and begins anew. A mark in the data directory says so.
public final class FirstStart {

  private static final String MARK = "first-start-unfinished";

  private final Path mark;

  FirstStart(DataDirectory data) {
    this.mark = data.resolve(MARK);
  }

  static boolean isUnfinishedIn(Path data) {
    return Files.exists(data.resolve(MARK));
  }

  /// From here to [#finished] the database may be thrown away. Call it only while nobody has been
  /// let in yet.
  public void begins() {
    try {
      Files.writeString(mark, "合医首次启动尚未完成 / The first start of Heyi has not finished\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void finished() {
    try {
      Files.deleteIfExists(mark);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean wasCutOff() {
    return Files.exists(mark);
  }
}
