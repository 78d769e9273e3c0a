package org.heyi.bench.fhir;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The access token of the demonstration's HIS, renewed when half its time is over.
public final class Token {

  private final JsonMapper json = new JsonMapper();
  private final String address;
  private final JsonNode client;
  private String value = "";
  private long renewAt;

  /// @param data Heyi's data directory, in which the HIS finds its secret
  public Token(String address, Path data) {
    this.address = address;
    this.client = json.readTree(data.resolve("demo-client.json").toFile());
  }

  synchronized String value() throws IOException, InterruptedException {
    if (value.isEmpty() || System.nanoTime() > renewAt) {
      renew();
    }
    return value;
  }

  private void renew() throws IOException, InterruptedException {
    var form =
        "grant_type=client_credentials&scope="
            + encoded("system/*.cruds")
            + "&client_id="
            + encoded(client.path("client_id").stringValue())
            + "&client_secret="
            + encoded(client.path("client_secret").stringValue());
    var request =
        HttpRequest.newBuilder(URI.create(address + "/oauth2/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("no token: " + answer.statusCode() + " " + answer.body());
      }
      var token = json.readTree(answer.body());
      value = token.path("access_token").stringValue();
      renewAt = System.nanoTime() + token.path("expires_in").longValue() * 1_000_000_000L / 2;
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
