package org.heyi.bench.empty;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/// The baseline of the start: a Boot application with one page and the same embedded PostgreSQL,
/// durable, on a directory that is already there.
///
/// It is no component, so that Heyi, whose packages lie around it, does not find it.
@EnableAutoConfiguration
class EmptyApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(EmptyApplication.class, arguments);
  }

  @Bean
  static RouterFunction<ServerResponse> page(JdbcTemplate jdbc) {
    return RouterFunctions.route()
        .GET(
            "/sign-in",
            _ ->
                ServerResponse.ok().body("rows: " + jdbc.queryForObject("select 1", Integer.class)))
        .build();
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
