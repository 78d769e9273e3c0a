package org.heyi.bench.fhir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A FHIR server as another system sees it: JSON over HTTP, with a token where one is needed.
public final class FhirDoor implements AutoCloseable {

  private static final String JSON = "application/fhir+json";
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;
  private final @Nullable Token token;

  /// @param address without `/fhir`
  public FhirDoor(String address, @Nullable Token token) {
    this.base = address + "/fhir/";
    this.token = token;
  }

  /// @param headers name, value, name, value …
  public HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send(request(path, headers).GET());
  }

  public HttpResponse<String> post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    return send(
        request(path, headers).header("Content-Type", JSON).POST(BodyPublishers.ofString(body)));
  }

  public HttpResponse<String> put(String path, String body, String... headers)
      throws IOException, InterruptedException {
    return send(
        request(path, headers).header("Content-Type", JSON).PUT(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(LONGEST).header("Accept", JSON);
    if (token != null) {
      request.header("Authorization", "Bearer " + token.value());
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    http.close();
  }
}
