package org.heyi.platform.database;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// The data of the embedded server on the disk, and its passwords: they belong together.
///
/// Text is ordered by PostgreSQL's built-in `C.UTF-8`: by code point, knowing the letters and cases
/// of Unicode. It is the same on each machine and in each version of its system libraries, so that
/// an index never turns wrong by an update of the system or by moving the directory. A list that
/// people read in the order of pinyin says so: `order by name collate "zh-x-icu"`.
final class Cluster {

  private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
  private static final String VERSION = "18";

  /// What is right for most machines; `postgresql.conf` in the directory may say otherwise. Log
  /// lines go without the values of the rows they are about.
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("max_connections", "100"),
          Map.entry("effective_cache_size", "2GB"),
          Map.entry("work_mem", "16MB"),
          Map.entry("maintenance_work_mem", "128MB"),
          Map.entry("random_page_cost", "1.1"),
          Map.entry("max_wal_size", "2GB"),
          Map.entry("timezone", "UTC"),
          Map.entry("log_timezone", "UTC"),
          Map.entry("logging_collector", "on"),
          Map.entry("log_directory", "../log"),
          Map.entry("log_filename", "%a.log"),
          Map.entry("log_rotation_age", "1d"),
          Map.entry("log_truncate_on_rotation", "on"),
          Map.entry("log_error_verbosity", "terse"),
          Map.entry("log_min_error_statement", "panic"));

  private final Path path;
  private final Path secretFile;
  private final Path scratch;
  private final FirstStart firstStart;

  Cluster(DataDirectory data) {
    this.firstStart = new FirstStart(data);
    this.path = data.resolve("postgres/cluster");
    this.secretFile = data.resolve("database.secret");
    this.scratch = data.resolve("postgres/new");
  }

  Path path() {
    return path;
  }

  /// Passwords first, then the data under another name, then the name: whenever this is cut off,
  /// the next start finds all or nothing.
  Secrets prepare(Programs programs, Path log) throws IOException {
    if (firstStart.wasCutOff()) {
      LOG.warn("The first start was cut off; beginning anew");
      RunningServer.endLeftIn(path, programs);
      FileSystemUtils.deleteRecursively(path);
      firstStart.finished();
    }
    if (Files.isDirectory(path)) {
      return existing();
    }
    LOG.info("Creating the database in {}", path);
    var secrets = Secrets.random();
    secrets.write(secretFile);
    FileSystemUtils.deleteRecursively(scratch);
    create(secrets, programs, log);
    Files.move(scratch, path, StandardCopyOption.ATOMIC_MOVE);
    return secrets;
  }

  private Secrets existing() throws IOException {
    var version = Files.readString(path.resolve("PG_VERSION")).strip();
    if (!version.equals(VERSION)) {
      throw new StartRefused(
          "数据由 PostgreSQL " + version + " 写成，本版合医使用 " + VERSION + "，请先迁移",
          "the data is of PostgreSQL "
              + version
              + ", this Heyi runs "
              + VERSION
              + "; dump it with the old one and restore it here");
    }
    if (!Files.exists(secretFile)) {
      throw new StartRefused(
          "缺少 " + secretFile + "，没有它无法打开数据，请从备份恢复",
          "without " + secretFile + " the data cannot be opened; restore it from your backup");
    }
    return Secrets.read(secretFile);
  }

  private void create(Secrets secrets, Programs programs, Path log) throws IOException {
    var password = secretFile.resolveSibling("database.secret.first");
    try {
      Secrets.writePrivately(password, secrets.superuser());
      var arguments =
          new ArrayList<>(
              List.of(
                  "--pgdata=" + scratch,
                  "--username=postgres",
                  "--pwfile=" + password,
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  "--locale-provider=builtin",
                  "--builtin-locale=C.UTF-8",
                  "--locale=C",
                  "--data-checksums",
                  "--no-instructions",
                  "--set=shared_buffers=" + sharedMegabytes() + "MB"));
      SETTINGS.forEach((name, value) -> arguments.add("--set=" + name + "=" + value));
      programs.run(log.toFile(), "initdb", arguments.toArray(String[]::new));
      Files.writeString(
          scratch.resolve("pg_hba.conf"),
          "# Only from this machine, only with a password.\nhost all all 127.0.0.1/32 scram-sha-256\n",
          StandardCharsets.UTF_8);
    } finally {
      Files.deleteIfExists(password);
    }
  }

  /// An eighth of the machine's memory, at least PostgreSQL's own default and at most 2 GB.
  private static long sharedMegabytes() {
    var machine =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
    return Math.clamp(machine.getTotalMemorySize() / (8L << 20), 128, 2048);
  }

  /// Roles and database, made by the first start; made again if that one was cut off here.
  void complete(Secrets secrets, int port) throws SQLException {
    if (secrets.complete()) {
      return;
    }
    var database = new PGSimpleDataSource();
    database.setUrl(EmbeddedServer.url(port, "postgres"));
    try (var connection = database.getConnection("postgres", secrets.superuser());
        var statement = connection.createStatement()) {
      statement.execute(
          Scripts.read(
              "db/roles.sql",
              Map.of("owner_password", secrets.owner(), "app_password", secrets.app())));
      try (var found = statement.executeQuery("select from pg_database where datname = 'heyi'")) {
        if (!found.next()) {
          statement.execute("create database heyi owner heyi_owner");
        }
      }
      statement.execute("revoke all on database heyi, postgres, template1 from public");
      statement.execute("grant connect on database heyi to heyi_app");
    }
    secrets.completed().write(secretFile);
  }
}
