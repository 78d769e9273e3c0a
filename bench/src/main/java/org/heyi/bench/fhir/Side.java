package org.heyi.bench.fhir;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.function.Function;

/// One of the two servers.
///
/// @param id which of a person's ids is its own
/// @param headers sent with every question
record Side(String name, FhirDoor door, Function<Person, String> id, String[] headers) {

  static Side heyi(FhirDoor door) {
    return new Side("Heyi", door, Person::id, new String[0]);
  }

  /// Without `no-store` HAPI writes each search into its database, to page through it later.
  static Side hapi(FhirDoor door) {
    return new Side("HAPI", door, Person::other, new String[] {"Cache-Control", "no-store"});
  }

  /// Whether the answer came and has something in it.
  boolean answers(Question question, Person person) throws IOException, InterruptedException {
    var answer = ask(question, person);
    var type = question.path().replaceFirst("\\W.*", "");
    return answer.statusCode() == 200 && answer.body().contains('"' + type + '"');
  }

  HttpResponse<String> ask(Question question, Person person)
      throws IOException, InterruptedException {
    return door.get(question.about(person, id.apply(person)), headers);
  }
}
