package org.heyi.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.function.LongUnaryOperator;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads a backup that is whole; any other is refused before anything is read from it.
final class BackupReader implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final ZipFile zip;
  private final Manifest manifest;

  private BackupReader(Path file, ZipFile zip) throws IOException {
    this.file = file;
    this.zip = zip;
    try (var in = entry(BackupWriter.MANIFEST)) {
      var json = JsonMapper.shared().readTree(in);
      var format = json.path("format").asInt();
      if (format > Manifest.FORMAT) {
        throw BackupProblem.NEWER.with(json.path("heyi").asString("?"), "manifest " + format);
      }
      this.manifest = JsonMapper.shared().treeToValue(json, Manifest.class);
    } catch (JacksonException e) {
      throw damaged(BackupWriter.MANIFEST);
    }
  }

  static BackupReader open(Path file) throws IOException {
    if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
      throw BackupProblem.NO_SUCH_FILE.with(file);
    }
    if (!Seal.holds(file)) {
      throw BackupProblem.DAMAGED.with(file, "SHA-256");
    }
    var zip = zip(file);
    try {
      return new BackupReader(file, zip);
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static ZipFile zip(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw BackupProblem.DAMAGED.with(file, "ZIP");
    }
  }

  Manifest manifest() {
    return manifest;
  }

  /// Compares each entry with what the manifest says of it.
  void check() throws IOException {
    for (var table : manifest.tables()) {
      check(table.entry(), table.sha256(), table.rows(), it -> it == '\n' ? 1 : 0);
    }
    for (var kept : manifest.files()) {
      check(kept.entry(), kept.sha256(), kept.bytes(), _ -> 1);
    }
  }

  private void check(String name, String sha256, long count, LongUnaryOperator weight)
      throws IOException {
    var digest = Seal.sha256();
    long counted = 0;
    try (var in = new DigestInputStream(entry(name), digest)) {
      var buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          counted += weight.applyAsLong(buffer[i]);
        }
      }
    }
    if (counted != count || !Seal.hex(digest).equals(sha256)) {
      throw damaged(name);
    }
  }

  InputStream entry(String name) throws IOException {
    var entry = zip.getEntry(name);
    if (entry == null) {
      throw damaged(name);
    }
    return zip.getInputStream(entry);
  }

  private RuntimeException damaged(String name) {
    return BackupProblem.DAMAGED.with(file, name);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
