package org.heyi.platform.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.sql.SQLException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/// Writes a backup: a ZIP file that only its owner may read, with the manifest as its last entry.
final class BackupWriter implements AutoCloseable {

  static final String MANIFEST = "manifest.json";

  /// Writes an entry and tells how many rows or bytes it has.
  interface Content {
    long writeTo(OutputStream out) throws IOException, SQLException;
  }

  record Written(long count, String sha256) {}

  private final ZipOutputStream zip;

  /// @throws java.nio.file.FileAlreadyExistsException when the file is there
  BackupWriter(Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), UTF_8);
    zip.setComment(Seal.OPEN);
  }

  Written write(String name, Content content) throws IOException, SQLException {
    var digest = Seal.sha256();
    zip.putNextEntry(new ZipEntry(name));
    var count = content.writeTo(new DigestOutputStream(zip, digest));
    zip.closeEntry();
    return new Written(count, Seal.hex(digest));
  }

  void write(Manifest manifest) throws IOException {
    zip.putNextEntry(new ZipEntry(MANIFEST));
    zip.write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
    zip.closeEntry();
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
