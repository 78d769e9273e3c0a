package org.heyi.platform.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// 封口: the last 64 characters of a backup are the SHA-256 of everything before them, so that no
/// byte can change unseen. To the ZIP format they are the end of the file's comment; `sha256sum`
/// can check them.
final class Seal {

  private static final int LENGTH = 64;
  private static final int BUFFER = 1 << 16;

  /// The comment of a file that is not sealed yet.
  static final String OPEN = "heyi backup, sha-256 of what is before: " + "0".repeat(LENGTH);

  static String put(Path file) throws IOException {
    var seal = digest(file);
    try (var end = new RandomAccessFile(file.toFile(), "rw")) {
      end.seek(end.length() - LENGTH);
      end.write(seal.getBytes(US_ASCII));
      end.getFD().sync();
    }
    return seal;
  }

  static boolean holds(Path file) throws IOException {
    if (Files.size(file) < LENGTH) {
      return false;
    }
    return digest(file).equals(of(file));
  }

  /// What the file says of itself.
  private static String of(Path file) throws IOException {
    try (var end = new RandomAccessFile(file.toFile(), "r")) {
      var seal = new byte[LENGTH];
      end.seek(end.length() - LENGTH);
      end.readFully(seal);
      return new String(seal, US_ASCII);
    }
  }

  private static String digest(Path file) throws IOException {
    var digest = sha256();
    long left = Files.size(file) - LENGTH;
    try (var in = Files.newInputStream(file)) {
      var buffer = new byte[BUFFER];
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (read < 0) {
          throw new IOException(file + " became shorter");
        }
        digest.update(buffer, 0, read);
        left -= read;
      }
    }
    return hex(digest);
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private Seal() {}
}
