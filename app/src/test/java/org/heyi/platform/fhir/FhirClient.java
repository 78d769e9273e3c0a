package org.heyi.platform.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.heyi.TestStaff;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.access.OpenAccount;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The system of an institution at `/fhir`, over real HTTP: what it sends is what a HIS would.
/// Every answer is held to its profiles by HAPI's validator, unless many are made at once.
public final class FhirClient {

  private static final FhirContext FHIR = FhirContext.forR4();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final String token;
  private final String secret;
  private final String language;
  private final boolean validating;
  private final @Nullable AccountId account;

  private FhirClient(
      String base,
      String token,
      String secret,
      String language,
      boolean validating,
      @Nullable AccountId account) {
    this.base = base;
    this.token = token;
    this.secret = secret;
    this.language = language;
    this.validating = validating;
    this.account = account;
  }

  /// Somebody without a token.
  public static FhirClient stranger(int port) {
    return new FhirClient("http://localhost:" + port, "", "", "zh-CN", true, null);
  }

  /// Opened as an administrator does it, with a token for the scopes.
  public static FhirClient open(
      int port, Accounts accounts, String institution, String role, String scope) {
    TestStaff.with("physician", institution);
    var area = institution.substring(0, institution.indexOf('-'));
    var administrator = TestStaff.with("system-admin", area + "-fhiroffice");
    var login = "fhirhis" + COUNT.incrementAndGet();
    var opened =
        accounts.open(
            new OpenAccount(
                login,
                "测试系统",
                "13800000000",
                role,
                new InstitutionId(institution),
                null,
                LocalDate.of(2026, 11, 23)),
            administrator);
    var stranger = stranger(port);
    return new FhirClient(
        stranger.base,
        stranger.token(login, opened.oneTimePassword(), scope),
        opened.oneTimePassword(),
        "zh-CN",
        true,
        opened.account());
  }

  public FhirClient speaking(String other) {
    return new FhirClient(base, token, secret, other, validating, account);
  }

  /// For races: validating takes longer than answering.
  public FhirClient hurried() {
    return new FhirClient(base, token, secret, language, false, account);
  }

  /// In whose name it acts.
  public AccountId account() {
    return Objects.requireNonNull(account);
  }

  /// What only it and the server may know.
  public List<String> secrets() {
    return List.of(token, secret);
  }

  /// What came back.
  public record Answer(int status, String body, java.net.http.HttpHeaders headers) {

    public <T extends Resource> T as(Class<T> type) {
      return FHIR.newJsonParser().parseResource(type, body);
    }

    public OperationOutcome outcome() {
      return as(OperationOutcome.class);
    }

    /// The code of the refusal, e.g. `fhir.unknown-parameter`.
    public String code() {
      return outcome().getIssueFirstRep().getDetails().getCodingFirstRep().getCode();
    }
  }

  public Answer get(String path) {
    return send("GET", path, "", Map.of());
  }

  public Answer post(String path, Resource body, String... headers) {
    return send("POST", path, json(body), pairs(headers));
  }

  public Answer put(String path, Resource body, String... headers) {
    return send("PUT", path, json(body), pairs(headers));
  }

  public static String json(Resource body) {
    return FHIR.newJsonParser().encodeResourceToString(body);
  }

  /// Anything at all, as it is.
  ///
  /// @param body empty for none
  public Answer send(String method, String path, String body, Map<String, String> headers) {
    var request =
        HttpRequest.newBuilder(URI.create(base + "/fhir/" + path))
            .timeout(PATIENCE)
            .header("Accept", "application/fhir+json")
            .header("Accept-Language", language);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (!body.isEmpty() && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/fhir+json");
    }
    headers.forEach(request::setHeader);
    var content =
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    return sent(request.method(method, content).build());
  }

  private Answer sent(HttpRequest request) {
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (validating && answer.body().contains("\"resourceType\"")) {
        assertThat(ProfileValidator.errors(answer.body())).as(answer.body()).isEmpty();
      }
      return new Answer(answer.statusCode(), answer.body(), answer.headers());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String token(String login, String secret, String scope) {
    var pair = (login + ":" + secret).getBytes(StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "grant_type=client_credentials&scope="
                        + java.net.URLEncoder.encode(scope, StandardCharsets.UTF_8)))
            .build();
    return new JsonMapper().readTree(sent(request).body()).path("access_token").stringValue("");
  }

  private static Map<String, String> pairs(String... headers) {
    var all = new java.util.LinkedHashMap<String, String>();
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    return all;
  }
}
