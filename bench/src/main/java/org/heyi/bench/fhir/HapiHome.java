package org.heyi.bench.fhir;

import java.io.File;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.heyi.bench.Clients;
import org.heyi.bench.Figures;
import org.heyi.bench.Home;
import org.heyi.bench.Program;

/// HAPI's server and its data: a database of its own on Heyi's PostgreSQL, so that both have the
/// same server, settings and durability.
record HapiHome(Home home, String classPath) {

  private static final String DATABASE = "hapi";
  private static final String SECRET = "only-for-the-bench";
  private static final int CREATED = 201;
  private static final int LOADERS = 4;
  private static final int IN_A_BUNDLE = 250;

  Program.Running up() throws IOException, SQLException, InterruptedException {
    create();
    var url = home.url(DATABASE) + "?user=" + DATABASE + "&password=" + SECRET;
    return home.beside(
            DATABASE,
            List.of(
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                classPath,
                "org.heyi.bench.hapi.HapiServer",
                "--database=" + url))
        .up("/fhir/metadata");
  }

  private void create() throws IOException, SQLException {
    try (var connection = home.master("postgres");
        var statement = connection.createStatement();
        var found = statement.executeQuery("select from pg_database where datname = 'hapi'")) {
      if (!found.next()) {
        statement.execute("create role hapi login password '" + SECRET + "'");
        statement.execute("create database hapi owner hapi");
      }
    }
  }

  /// HAPI stores the people itself, in transaction Bundles, unless it has them.
  List<Person> loaded(List<Person> people, FhirDoor door, Figures figures) throws Exception {
    var missing = known(people).stream().filter(it -> it.other().isEmpty()).toList();
    var next = new AtomicInteger();
    int bundles = Math.ceilDiv(missing.size(), IN_A_BUNDLE);
    var lap =
        Clients.run(
            LOADERS,
            () -> next.get() < bundles,
            _ -> {
              int first = next.getAndIncrement() * IN_A_BUNDLE;
              int last = Math.min(first + IN_A_BUNDLE, missing.size());
              return first >= last || store(missing.subList(first, last), door);
            });
    figures.line(
        "HAPI took %d people in %.0f s, in transaction Bundles of %d from %d clients",
        missing.size(), lap.seconds(), IN_A_BUNDLE, LOADERS);
    try (var connection = home.master(DATABASE);
        var statement = connection.createStatement()) {
      statement.execute("vacuum analyze");
    }
    return known(people);
  }

  private List<Person> known(List<Person> people) throws IOException, SQLException {
    try (var connection = home.master(DATABASE);
        var statement = connection.createStatement()) {
      return Person.loaded(people, statement);
    }
  }

  private static boolean store(List<Person> people, FhirDoor door)
      throws IOException, InterruptedException {
    var bundle =
        people.stream()
            .map(it ->
                "{\"resource\":"
                    + it.resource()
                    + ",\"request\":{\"method\":\"POST\",\"url\":\"Patient\"}}")
            .collect(
                Collectors.joining(
                    ",",
                    "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[",
                    "]}"));
    var answer = door.post("", bundle);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("HAPI took no Bundle: " + answer.body());
    }
    return true;
  }

  static List<String> slots(FhirDoor door, int count) throws IOException, InterruptedException {
    var slots = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      slots.add(slot(door));
    }
    return slots;
  }

  /// A free Slot more.
  static String slot(FhirDoor door) throws IOException, InterruptedException {
    return created(door, "Slot", Booking.slot("", "free"));
  }

  /// The id that HAPI gave it.
  static String created(FhirDoor door, String type, String body)
      throws IOException, InterruptedException {
    var answer = door.post(type, body);
    var location = answer.headers().firstValue("Location").orElse("");
    if (answer.statusCode() != CREATED) {
      throw new IllegalStateException(type + " was not stored: " + answer.body());
    }
    return location.replaceFirst(".*/" + type + "/(\\d+).*", "$1");
  }

  /// The launcher's classes and the libraries it was built with.
  static String classPath(String folder, String libraries) {
    return folder + File.pathSeparator + libraries.strip();
  }
}
