package org.heyi.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What this build would bring to a database: a fingerprint of all migrations, of the rights, and
/// of the role that gets them. A database that already has it needs no migration.
record Build(String fingerprint) {

  static Build with(String applicationRole) throws IOException {
    var files = new PathMatchingResourcePatternResolver();
    var digest = sha256();
    digest.update(applicationRole.getBytes(UTF_8));
    var all =
        Stream.of("classpath*:db/migration/**/*.sql", "classpath:db/grants.sql")
            .flatMap(it -> found(files, it))
            .sorted(Comparator.comparing(Build::place))
            .toList();
    for (var file : all) {
      digest.update(file.getContentAsByteArray());
    }
    return new Build(HexFormat.of().formatHex(digest.digest()));
  }

  boolean isIn(DataSource owner) {
    var jdbc = JdbcClient.create(owner);
    return jdbc.sql("select to_regclass('migration.build') is not null")
            .query(Boolean.class)
            .single()
        && jdbc.sql("select fingerprint from migration.build")
            .query(String.class)
            .optional()
            .filter(fingerprint::equals)
            .isPresent();
  }

  void writeTo(DataSource owner) {
    JdbcClient.create(owner)
        .sql(
            """
            insert into migration.build (fingerprint) values (:fingerprint)
            on conflict on constraint build_pk do update set fingerprint = excluded.fingerprint
            """)
        .param("fingerprint", fingerprint)
        .update();
  }

  private static Stream<Resource> found(PathMatchingResourcePatternResolver files, String pattern) {
    try {
      return Arrays.stream(files.getResources(pattern));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String place(Resource file) {
    try {
      return file.getURL().toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
