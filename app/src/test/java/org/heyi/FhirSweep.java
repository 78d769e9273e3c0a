package org.heyi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.fhir.FhirClient;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;

/// Marked values in everything that a system can send to `/fhir`: searches, bodies, headers,
/// tokens.
final class FhirSweep {

  private static final String CLINIC = "ninghe-fengtai-v02";

  private final int port;
  private final FhirClient clinic;
  private int requests;

  FhirSweep(int port, Accounts accounts) {
    this.port = port;
    this.clinic =
        FhirClient.open(port, accounts, CLINIC, "clinic-system", "system/*.cruds").hurried();
  }

  /// What nobody else may learn of this system.
  List<String> secrets() {
    return clinic.secrets();
  }

  /// @return how many requests were made
  int send() {
    residents();
    var statement = clinic.get("metadata").as(CapabilityStatement.class);
    var types = statement.getRestFirstRep().getResource();
    assertThat(types).hasSizeGreaterThan(8);
    types.forEach(this::searches);
    types.forEach(it -> bodies(it.getType()));
    types.forEach(this::operations);
    batches();
    strangers();
    return requests;
  }

  /// Registered, met again, found and changed: what succeeds is written nowhere either.
  private void residents() {
    var first = post("Patient", patient());
    assertThat(first.status()).as(first.body()).isIn(200, 201);
    post("Patient", patient());
    post("Patient", patient(), "Idempotency-Key", Marked.CARD);
    post("Patient", patient(), "If-None-Exist", "identifier=" + encoded("x|" + Marked.NUMBER));
    var name = encoded(Marked.NAME);
    get("Patient?name=" + name + "&birthdate=1970-01-01&phone=" + Marked.PHONE);
    get(
        "Patient?identifier="
            + encoded("https://heyi.org/fhir/NamingSystem/id-card|" + Marked.NUMBER));
  }

  private void searches(CapabilityStatementRestResourceComponent type) {
    for (var param : type.getSearchParam()) {
      get(type.getType() + "?" + param.getName() + "=" + encoded(Marked.NAME));
      get(type.getType() + "?" + param.getName() + "=" + Marked.NUMBER);
    }
    for (var rest :
        List.of(
            "?" + encoded(Marked.NAME) + "=1",
            "?_count=" + encoded(Marked.NAME),
            "?_include=" + encoded(Marked.NAME),
            "?_format=" + encoded(Marked.NAME),
            "/" + encoded(Marked.NAME),
            "/" + Marked.NUMBER + "/_history/" + Marked.PHONE,
            "/" + encoded(Marked.NAME) + "/" + Marked.NUMBER)) {
      get(type.getType() + rest);
    }
  }

  private void bodies(String type) {
    var begin = "{\"resourceType\":\"" + type + "\",";
    for (var body :
        List.of(
            begin + note() + "}",
            begin + "\"" + Marked.NAME + "\":\"" + Marked.NUMBER + "\"}",
            begin + "\"id\":\"" + Marked.NAME + "\"}",
            begin + "\"birthDate\":\"" + Marked.NUMBER + "\",\"status\":\"" + Marked.NAME + "\"}",
            begin + "\"subject\":{\"reference\":\"Patient/" + Marked.NAME + "\"}}",
            begin + Marked.NAME,
            Marked.NAME)) {
      post(type, body);
      send("PUT", type + "/" + Marked.NUMBER, body, Map.of("If-Match", "W/\"1\""));
    }
    send("POST", type, Marked.NAME, Map.of("Content-Type", "text/" + Marked.CARD));
    send("DELETE", type + "/" + Marked.NUMBER, "", Map.of());
    send("PATCH", type + "/" + Marked.NUMBER, Marked.NAME, Map.of());
    send("PUT", type + "/" + Marked.NUMBER, begin + note() + "}", Map.of("If-Match", Marked.CARD));
  }

  private static String note() {
    return "\"text\":{\"status\":\"generated\",\"div\":\"%s\"},\"note\":[{\"text\":\"%s\"}]"
        .formatted(Marked.ADDRESS, Marked.COMPLAINT);
  }

  private void operations(CapabilityStatementRestResourceComponent type) {
    var text =
        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"%s\",\"valueString\":\"%s\"}]}"
            .formatted(Marked.NAME, Marked.NUMBER);
    for (var operation : type.getOperation()) {
      var path = type.getType() + "/$" + operation.getName();
      post(path, text);
      post(path, Marked.NAME);
      get(path + "?slot=" + encoded(Marked.NAME));
      post(type.getType() + "/" + Marked.NUMBER + "/$" + operation.getName(), text);
    }
    post(type.getType() + "/$" + encoded(Marked.NAME), text);
  }

  private void batches() {
    var entry =
        "{\"resource\":%s,\"request\":{\"method\":\"POST\",\"url\":\"Patient?name=%s\"}}"
            .formatted(patient(), Marked.NAME);
    for (var type : List.of("batch", "transaction", Marked.NAME)) {
      post("", "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[" + entry + "]}");
    }
    get(encoded(Marked.NAME));
  }

  private void strangers() {
    var pair =
        Base64.getEncoder().encodeToString((Marked.NAME + ":" + Marked.SECRET).getBytes(UTF_8));
    for (var token : List.of("Bearer " + Marked.TOKEN, "Basic " + pair, Marked.SECRET)) {
      requests++;
      var answer =
          FhirClient.stranger(port)
              .hurried()
              .send("GET", "Patient?name=x", "", Map.of("Authorization", token));
      assertThat(answer.status()).isEqualTo(401);
    }
  }

  private static String patient() {
    return """
    {"resourceType":"Patient",
     "meta":{"security":[{"code":"HTEST",
       "system":"http://terminology.hl7.org/CodeSystem/v3-ActReason"}]},
     "extension":[
       {"url":"https://heyi.org/fhir/StructureDefinition/consent-giver","valueCode":"self"},
       {"url":"https://heyi.org/fhir/StructureDefinition/residence",
        "valueCode":"household-here"}],
     "identifier":[{"system":"https://heyi.org/fhir/NamingSystem/id-card","value":"%s"}],
     "name":[{"text":"%s"}],
     "telecom":[{"system":"phone","value":"%s"}],
     "address":[{"text":"%s"}],
     "generalPractitioner":[{"reference":"Organization/%s"}]}
    """
        .formatted(Marked.NUMBER, Marked.NAME, Marked.PHONE, Marked.ADDRESS, CLINIC);
  }

  private static String encoded(String text) {
    return TestVisitor.encoded(text);
  }

  private FhirClient.Answer get(String path) {
    return send("GET", path, "", Map.of());
  }

  private FhirClient.Answer post(String path, String body, String... header) {
    return send(
        "POST",
        path,
        body,
        header.length == 0
            ? Map.of("Idempotency-Key", UUID.randomUUID().toString())
            : Map.of(header[0], header[1]));
  }

  private FhirClient.Answer send(
      String method, String path, String body, Map<String, String> headers) {
    requests++;
    return clinic.send(method, path, body, headers);
  }
}
