package org.heyi.person.resident.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.person.resident.ResidentGroups;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.fhir.FhirClient;
import org.heyi.platform.fhir.FhirClient.Answer;
import org.heyi.platform.shared.ResidentId;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Residents through FHIR, under the rules of the desk.
@HeyiTest
class PatientsTests {

  private static final String CLINIC = "ninghe-yuelong";
  private static final String STRANGER = "ninghe-fengtai";
  private static final int THREADS = 16;

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;
  @Autowired ResidentGroups groups;
  private FhirClient clinic;

  @BeforeEach
  void open() {
    clinic = FhirClient.open(port, accounts, CLINIC, "clinic-system", "system/*.cruds");
  }

  @Test
  @Satisfies("EHR-01")
  void aResidentIsRegisteredReadAndChanged() {
    var made = clinic.post("Patient", somebody());

    assertThat(made.status()).isEqualTo(201);
    var patient = made.as(Patient.class);
    assertThat(patient.getMeta().getVersionId()).isEqualTo("1");
    assertThat(made.headers().firstValue("Location").orElse("")).contains("Patient/");
    var change = new Patient();
    change.setId(patient.getIdElement().getIdPart());
    change.addAddress().setText("新址 8 号");
    var changed = clinic.put(path(patient), change, "If-Match", "W/\"1\"");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.as(Patient.class).getAddressFirstRep().getText()).isEqualTo("新址 8 号");
    assertThat(changed.as(Patient.class).getNameFirstRep().getText())
        .isEqualTo(patient.getNameFirstRep().getText());
    assertThat(changed.as(Patient.class).getMeta().getVersionId()).isEqualTo("2");
  }

  @Test
  void anUpdateSaysWhichVersionItIsOf() {
    var patient = clinic.post("Patient", somebody()).as(Patient.class);
    var change = new Patient();
    change.setId(patient.getIdElement().getIdPart());
    change.addAddress().setText("一");
    clinic.put(path(patient), change, "If-Match", "W/\"1\"");

    assertThat(clinic.put(path(patient), change, "If-Match", "W/\"1\"").status()).isEqualTo(412);
    assertThat(clinic.put(path(patient), change).status()).isEqualTo(428);
    assertThat(clinic.put(path(patient), change, "If-Match", "\"x\"").status()).isEqualTo(400);
  }

  @Test
  @Satisfies("EHR-07")
  void populationGroupsAreReadAndNotWritten() {
    var body = withoutNumber();
    body.addExtension(new Extension(PatientTerms.GROUP, new CodeType("poor")));
    var made = clinic.post("Patient", body).as(Patient.class);
    assertThat(groups(made)).containsExactly("elderly");
    var doctor = TestStaff.with("family-doctor", CLINIC);
    var resident = ResidentId.of(made.getIdElement().getIdPart());
    groups.set(resident, "diabetes", "diagnosis", LocalDate.of(2020, 1, 1), doctor);

    assertThat(groups(clinic.get(path(made)).as(Patient.class)))
        .containsExactly("elderly", "diabetes");
    assertThat(clinic.get(path(made)).body()).contains("population-group");
  }

  private static List<String> groups(Patient patient) {
    return patient.getExtensionsByUrl(PatientTerms.GROUP).stream()
        .map(it -> it.getValue().primitiveValue())
        .toList();
  }

  @Test
  void numbersLeaveMasked() {
    var body = somebody();
    var number = body.getIdentifierFirstRep().getValue();
    var made = clinic.post("Patient", body);

    assertThat(made.body())
        .doesNotContain(number)
        .doesNotContain(body.getTelecomFirstRep().getValue())
        .contains(number.substring(0, 6) + "*");
  }

  @Test
  void whoHasTheNumberAlreadyIsRecognised() {
    var body = somebody();
    var first = clinic.post("Patient", body).as(Patient.class);
    var again = clinic.post("Patient", body);

    assertThat(again.status()).isEqualTo(200);
    assertThat(path(again.as(Patient.class))).isEqualTo(path(first));
    body.getNameFirstRep().setText("别人");
    assertThat(clinic.post("Patient", body).code()).isEqualTo("resident.number-taken");
  }

  @Test
  void aRegistrationThatTheDeskWouldRefuseIsRefused() {
    var noConsent = somebody();
    noConsent.getExtension().removeIf(it -> it.getUrl().equals(PatientTerms.CONSENT));
    var noName = somebody();
    noName.setName(List.of());
    var badNumber = somebody();
    badNumber.getIdentifierFirstRep().setValue("110101199001010000");

    assertThat(clinic.post("Patient", noConsent).code()).isEqualTo("fhir.value-needed");
    assertThat(clinic.post("Patient", noName).status()).isEqualTo(422);
    assertThat(clinic.post("Patient", badNumber).status()).isEqualTo(422);
  }

  @Test
  void aSearchFindsAsTheDeskDoes() {
    var body = somebody();
    var patient = clinic.post("Patient", body).as(Patient.class);
    var stranger = FhirClient.open(port, accounts, STRANGER, "clinic-system", "system/*.cruds");
    var byNumber =
        "Patient?identifier="
            + PatientTerms.address(org.heyi.person.resident.identity.IdentifierSystem.ID_CARD)
            + "%7C"
            + body.getIdentifierFirstRep().getValue();

    assertThat(found(clinic.get(byNumber)).getNameFirstRep().getText())
        .isEqualTo(body.getNameFirstRep().getText());
    assertThat(found(stranger.get(byNumber)).getNameFirstRep().getText()).contains("*");
    assertThat(stranger.get(path(patient)).status()).isEqualTo(404);
    var change = new Patient();
    change.setId(patient.getIdElement().getIdPart());
    assertThat(stranger.put(path(patient), change, "If-Match", "W/\"1\"").status()).isEqualTo(404);
    assertThat(stranger.get("Patient").status()).isEqualTo(400);
  }

  /// Of many that send the same at once, one makes it.
  @Test
  void theCallersOwnIdentifierMakesOneOnly() throws Exception {
    var condition = "identifier=urn:his|" + TestResidents.number();
    var answers = race(i -> clinic.post("Patient", withoutNumber(), "If-None-Exist", condition));
    var made = answers.stream().filter(it -> it.status() == 201).count();
    var ids = answers.stream().map(it -> path(it.as(Patient.class))).distinct().count();

    System.out.printf("If-None-Exist: attempts %d, made %d, ids %d%n", THREADS, made, ids);
    assertThat(made).isEqualTo(1);
    assertThat(ids).isEqualTo(1);
  }

  @Test
  void theSameKeyIsTheSameWrite() throws Exception {
    var body = withoutNumber();
    var key = "key " + TestResidents.number();
    var answers = race(i -> clinic.post("Patient", body, "Idempotency-Key", key));
    var ids = answers.stream().map(it -> path(it.as(Patient.class))).distinct().count();

    System.out.printf("Idempotency-Key: attempts %d, ids %d%n", THREADS, ids);
    assertThat(ids).isEqualTo(1);
    assertThat(answers).extracting(Answer::status).containsOnly(201);
    body.getNameFirstRep().setText("另一人");
    assertThat(clinic.post("Patient", body, "Idempotency-Key", key).status()).isEqualTo(409);
  }

  /// A transaction happens as a whole or not at all.
  @Test
  void aTransactionWithOneWrongEntryChangesNothing() {
    long before = count();
    var in = new Bundle().setType(Bundle.BundleType.TRANSACTION);
    add(in, somebody());
    add(in, new Patient());
    var refused = clinic.post("", in);

    assertThat(refused.status()).isBetween(400, 422);
    assertThat(count()).isEqualTo(before);
    in.getEntry().removeLast();
    add(in, somebody());
    var done = clinic.post("", in);

    assertThat(done.status()).isEqualTo(200);
    assertThat(done.as(Bundle.class).getEntry())
        .extracting(it -> it.getResponse().getStatus())
        .containsExactly("201", "201");
    assertThat(count()).isEqualTo(before + 2);
  }

  private static void add(Bundle in, Patient body) {
    in.addEntry().setResource(body).getRequest().setMethod(Bundle.HTTPVerb.POST).setUrl("Patient");
  }

  private interface Attempt {
    Answer run(int thread);
  }

  private static List<Answer> race(Attempt attempt) throws Exception {
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      var all =
          IntStream.range(0, THREADS)
              .mapToObj(i -> (Callable<Answer>) () -> attempt.run(i))
              .toList();
      var answers = new java.util.ArrayList<Answer>();
      for (var it : threads.invokeAll(all)) {
        answers.add(it.get());
      }
      return answers;
    }
  }

  private long count() {
    return jdbc.sql("select count(*) from resident.resident").query(Long.class).single();
  }

  private static Patient found(Answer answer) {
    var bundle = answer.as(Bundle.class);
    assertThat(bundle.getEntry()).hasSize(1);
    return (Patient) bundle.getEntryFirstRep().getResource();
  }

  private static String path(Patient patient) {
    return "Patient/" + patient.getIdElement().getIdPart();
  }

  private static Patient withoutNumber() {
    var body = somebody();
    body.getIdentifier().clear();
    body.addExtension(new Extension(PatientTerms.NO_NUMBER, new CodeType("not-with-them")));
    body.setGender(org.hl7.fhir.r4.model.Enumerations.AdministrativeGender.FEMALE);
    body.getBirthDateElement().setValueAsString("1961-05-06");
    return body;
  }

  private static Patient somebody() {
    var known = TestResidents.somebody(TestStaff.unsaved("family-doctor", CLINIC));
    var body = new Patient();
    body.addName().setText(known.person().name());
    body.addIdentifier().setSystem(PatientTerms.address(known.system())).setValue(known.number());
    body.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(known.person().phone());
    body.addAddress().setText("试验路 1 号");
    body.addGeneralPractitioner(new Reference("Organization/" + CLINIC));
    body.addExtension(new Extension(PatientTerms.CONSENT, new CodeType("self")));
    body.addExtension(new Extension(PatientTerms.RESIDENCE, new CodeType("household-here")));
    body.getMeta().addSecurity().setSystem(PatientTerms.REASONS).setCode(PatientTerms.TEST_DATA);
    return body;
  }
}
