package org.heyi.bench.empty;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The baseline of the start: a Boot application with one page and the same embedded PostgreSQL,
/// durable, on a directory that is already there.
@SpringBootApplication(
    exclude = {
      FlywayAutoConfiguration.class,
      SecurityAutoConfiguration.class,
      ServletWebSecurityAutoConfiguration.class
    })
@RestController
class EmptyApplication {

  private final JdbcTemplate jdbc;

  EmptyApplication(DataSource database) {
    this.jdbc = new JdbcTemplate(database);
  }

  public static void main(String[] arguments) {
    SpringApplication.run(EmptyApplication.class, arguments);
  }

  @GetMapping("/sign-in")
  String page() {
    return "rows: " + jdbc.queryForObject("select 1", Integer.class);
  }

  @Bean(destroyMethod = "close")
  static EmbeddedPostgres server(Environment environment) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(Path.of(environment.getRequiredProperty("heyi.data")))
        .setCleanDataDirectory(false)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .start();
  }

  @Bean
  static DataSource database(EmbeddedPostgres server) {
    return server.getPostgresDatabase();
  }
}
