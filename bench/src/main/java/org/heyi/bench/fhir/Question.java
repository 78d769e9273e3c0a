package org.heyi.bench.fhir;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What both servers are asked; one more is one line more. In the path, `{…}` stand for the parts
/// of a [Person].
///
/// @param booked asked of those only who have an appointment on both servers
record Question(String name, String path, boolean booked) {

  static final List<Question> ALL =
      List.of(
          new Question("read Patient by id", "Patient/{id}", false),
          new Question("Patient by identifier", "Patient?identifier={identifier}", false),
          new Question(
              "Patient by name, birth date, phone",
              "Patient?name={name}&birthdate={born}&phone={phone}",
              false),
          new Question("Patient by name, 20 of many", "Patient?name={name}&_count=20", false),
          new Question("Appointment by patient", "Appointment?patient={id}", true));

  String about(Person person, String id) {
    return path.replace("{id}", id)
        .replace("{identifier}", encoded(Person.NUMBERS + "|" + person.number()))
        .replace("{name}", encoded(person.name()))
        .replace("{born}", person.born())
        .replace("{phone}", person.phone());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
