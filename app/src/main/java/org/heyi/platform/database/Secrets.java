package org.heyi.platform.database;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;

/// The passwords of the database's three roles, random and in a file that only this user may read.
/// `complete` says that roles and database have been made with them.
record Secrets(String superuser, String owner, String app, boolean complete) {

  static Secrets random() {
    return new Secrets(password(), password(), password(), false);
  }

  static Secrets read(Path file) {
    try {
      var lines = new Properties();
      lines.load(new StringReader(Files.readString(file)));
      return new Secrets(
          lines.getProperty("postgres", ""),
          lines.getProperty("heyi_owner", ""),
          lines.getProperty("heyi_app", ""),
          Boolean.parseBoolean(lines.getProperty("complete")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Secrets completed() {
    return new Secrets(superuser, owner, app, true);
  }

  /// On the disk before it is used, and whole or not at all: without it the data cannot be opened.
  void write(Path file) {
    var text =
        """
        # Passwords of the embedded database. Belongs to the data beside it: keep both or none.
        postgres=%s
        heyi_owner=%s
        heyi_app=%s
        complete=%s
        """
            .formatted(superuser, owner, app, complete);
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      writePrivately(fresh, text);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void writePrivately(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    try (var channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
    }
  }

  /// 192 random bits in letters and digits, `-` and `_`.
  private static String password() {
    var bits = new byte[24];
    new SecureRandom().nextBytes(bits);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }

  /// A record would print its parts.
  @Override
  public String toString() {
    return "Secrets";
  }
}
