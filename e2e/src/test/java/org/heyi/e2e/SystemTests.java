package org.heyi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The lead hospital's HIS of the demonstration comes in with what `demo-client.json` says.
class SystemTests {

  @Test
  void theDemonstrationsHisGetsATokenAndActsWithIt() throws Exception {
    var heyi = Demonstration.running();
    var file = heyi.data().resolve("demo-client.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    var client = Files.readString(file);

    try (var http = HttpClient.newHttpClient()) {
      var form =
          "grant_type=client_credentials&scope=system/*.rs&client_id=%s&client_secret=%s"
              .formatted(value(client, "client_id"), value(client, "client_secret"));
      var answer =
          send(
              http,
              HttpRequest.newBuilder(URI.create(heyi.address() + "/oauth2/token"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(BodyPublishers.ofString(form)));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      var me =
          send(
              http,
              HttpRequest.newBuilder(URI.create(heyi.address() + "/api/access/me"))
                  .header("Authorization", "Bearer " + value(answer.body(), "access_token")));
      assertThat(me.statusCode()).isEqualTo(200);
      assertThat(me.body()).contains("\"hospital-system\"", "\"ninghe-yiyuan\"");
    }
  }

  private static HttpResponse<String> send(HttpClient http, HttpRequest.Builder request)
      throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static String value(String json, String key) {
    var found = Pattern.compile("\"" + key + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
    assertThat(found.find()).as(key).isTrue();
    return found.group(1);
  }
}
