package org.heyi.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// The programs of PostgreSQL, unpacked once per user from the archive on the class path.
final class Binaries {

  private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);

  private Binaries() {}

  /// In the user's cache, or in the data directory where there is no home to have one in.
  static Path unpackFor(DataDirectory data) throws IOException {
    try {
      return unpack(cache());
    } catch (FileSystemException e) {
      LOG.warn("The cache {} cannot be used: {}", cache(), e.toString());
      return unpack(data.resolve("postgres/programs"));
    }
  }

  /// Unpacks beside the target and renames, so that of two starts at once one wins and both are
  /// right. The name carries the archive's checksum: other programs are another directory.
  static Path unpack(Path cache) throws IOException {
    var archive = archive();
    var home = cache.resolve("postgres-" + checksum(archive));
    if (Files.isDirectory(home)) {
      return home;
    }
    LOG.info("Unpacking PostgreSQL into {}", home);
    DataDirectory.createPrivate(cache);
    var mine = cache.resolve("unpacking-" + UUID.randomUUID());
    try {
      extract(archive, mine);
      new ProcessBuilder("sync").start().onExit().join();
      Files.move(mine, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.isDirectory(home)) { // else another start was faster
        throw e;
      }
    } finally {
      FileSystemUtils.deleteRecursively(mine);
    }
    return home;
  }

  /// `HEYI_CACHE`, or where the desktop standard puts what can be made again.
  static Path cache() {
    var chosen = System.getenv("HEYI_CACHE");
    if (chosen != null && !chosen.isBlank()) {
      return Path.of(chosen);
    }
    var shared = System.getenv("XDG_CACHE_HOME");
    return shared == null || shared.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache", "heyi")
        : Path.of(shared, "heyi");
  }

  private static URL archive() {
    var system =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")
            ? "darwin"
            : "linux";
    var processor =
        switch (System.getProperty("os.arch")) {
          case "aarch64", "arm64" -> "arm_64";
          default -> "x86_64";
        };
    var name = "/postgres-" + system + "-" + processor + ".txz";
    var archive = Binaries.class.getResource(name);
    if (archive == null) {
      throw new StartRefused(
          "没有适合本机的内置 PostgreSQL（" + name + "），请用 SPRING_DATASOURCE_URL 指定数据库",
          "there is no embedded PostgreSQL for this machine; name a database with SPRING_DATASOURCE_URL");
    }
    return archive;
  }

  /// Of the archive as the jar's directory states it: nothing is read for it.
  private static String checksum(URL archive) throws IOException {
    if (archive.openConnection() instanceof JarURLConnection jar) {
      return Long.toHexString(jar.getJarEntry().getCrc());
    }
    throw new IOException(archive + " is not in a jar");
  }

  private static void extract(URL archive, Path target) throws IOException {
    try (InputStream bytes = new BufferedInputStream(archive.openStream(), 1 << 16);
        var tar = new TarArchiveInputStream(new XZCompressorInputStream(bytes))) {
      DataDirectory.createPrivate(target);
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        place(entry, tar, target);
      }
    }
  }

  private static void place(TarArchiveEntry entry, InputStream bytes, Path target)
      throws IOException {
    var path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("entry outside of the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.createLink(path, target.resolve(entry.getLinkName()));
    } else {
      Files.copy(bytes, path);
      if ((entry.getMode() & 0100) != 0) {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      }
    }
  }
}
