package org.heyi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The packaged jar on a database that somebody gave it, with a role that is no superuser: no
/// server of its own, no demonstration, and a link that makes the first administrator.
class ExternalDatabaseTests {

  private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/setup/\\S+)");

  @Test
  void aGivenDatabaseIsUsedAsItIs(@TempDir Path folder) throws Exception {
    var server = Demonstration.running().data();
    create(server, "given");
    var data = folder.resolve("data");
    try (var heyi =
        RunningHeyi.start(
            data,
            "--spring.datasource.url=" + BuiltInDatabase.url(server, "given"),
            "--spring.datasource.username=heyi_owner",
            "--spring.datasource.password="
                + BuiltInDatabase.secrets(server).getProperty("heyi_owner"))) {
      assertThat(get(heyi, "/sign-in")).doesNotContain("village1", "Demo-7-");
      assertThat(get(heyi, "/setup/wrong")).doesNotContain("name=\"login\"");
      assertThat(get(heyi, setupPath(heyi))).contains("name=\"login\"");
      assertThat(data.resolve("postgres")).doesNotExist();
    }
    assertThat(Files.exists(data.resolve("demo-accounts.json"))).isFalse();
  }

  private static void create(Path server, String name) throws IOException, SQLException {
    try (var connection = BuiltInDatabase.asSuperuser(server, "postgres");
        var statement = connection.createStatement()) {
      statement.execute("create database " + name + " owner heyi_owner");
    }
  }

  /// The link is printed a moment after the first page can be had; output can only be looked at
  /// again.
  private static String setupPath(RunningHeyi heyi) throws Exception {
    for (int i = 0; i < 100; i++) {
      var found = LINK.matcher(String.join("\n", heyi.said()));
      if (found.find()) {
        return found.group(1);
      }
      Thread.sleep(100);
    }
    throw new AssertionError("no link was printed");
  }

  private static String get(RunningHeyi heyi, String path) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(heyi.address() + path)).build();
      return http.send(request, BodyHandlers.ofString()).body();
    }
  }
}
