package org.heyi;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/// A fresh database with the roles and rights of the real one, on one fast, forgetful server per
/// JVM that ends with it.
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class TestDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  /// Where to connect, and as whom.
  public record Access(String url, String owner, String app, String password) {}

  private static final String PASSWORD = "test";
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var access = fresh();
    TestPropertyValues.of(
            "spring.datasource.url=" + access.url(),
            "spring.datasource.username=" + access.app(),
            "spring.datasource.password=" + access.password(),
            "spring.flyway.user=" + access.owner(),
            "spring.flyway.password=" + access.password())
        .applyTo(context);
  }

  /// An empty database, without any table.
  public static Access fresh() {
    var name = "heyi_test_" + COUNT.incrementAndGet();
    var superuser = new JdbcTemplate(Server.ONLY.getPostgresDatabase());
    superuser.execute("create database " + name + " owner heyi_owner");
    return new Access(
        "jdbc:postgresql://127.0.0.1:" + Server.ONLY.getPort() + "/" + name,
        "heyi_owner",
        "heyi_app",
        PASSWORD);
  }

  /// Started when first asked for.
  private static final class Server {

    static final EmbeddedPostgres ONLY = start();

    private static EmbeddedPostgres start() {
      try {
        var server =
            EmbeddedPostgres.builder()
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("full_page_writes", "off")
                .start();
        var roles =
            new ClassPathResource("db/roles.sql").getContentAsString(StandardCharsets.UTF_8);
        new JdbcTemplate(server.getPostgresDatabase())
            .execute(
                roles.replace("${owner_password}", PASSWORD).replace("${app_password}", PASSWORD));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
