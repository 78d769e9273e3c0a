package org.heyi.bench.fhir;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A way to book: which place was had, by the server's answer. A refusal is empty, anything else
/// throws.
@FunctionalInterface
interface Booking {

  Set<Integer> DONE = Set.of(200, 201);

  /// 409 and 412 say that somebody else was faster.
  Set<Integer> REFUSED = Set.of(409, 412);

  Pattern SLOT = Pattern.compile("Slot/([\\w-]+)");

  Optional<String> book(String slot, String patient) throws IOException, InterruptedException;

  /// `Appointment/$book` of IHE ITI.Scheduling: one request.
  static Booking operation(FhirDoor door) {
    return (slot, patient) -> {
      var body =
          """
          {"resourceType":"Parameters","parameter":[{"name":"appt-resource","resource":%s}]}\
          """
              .formatted(appointment("pending", slot, patient));
      return had(door.post("Appointment/$book", body));
    };
  }

  /// Looks whether the Slot is free, makes it busy, and stores the Appointment.
  ///
  /// @param matching whether the Slot must still be in the version that was looked at
  static Booking steps(FhirDoor door, boolean matching) {
    return (slot, patient) -> {
      var seen = door.get("Slot/" + slot);
      if (!seen.body().contains("\"free\"")) {
        return Optional.empty();
      }
      var version = seen.headers().firstValue("ETag").orElseThrow();
      var headers = matching ? new String[] {"If-Match", version} : new String[0];
      var busy = slot(slot, "busy");
      if (!done(door.put("Slot/" + slot, busy, headers))) {
        return Optional.empty();
      }
      return had(door.post("Appointment", appointment("booked", slot, patient)));
    };
  }

  /// @param id empty for one that is to be stored
  static String slot(String id, String status) {
    var named = id.isEmpty() ? "" : "\"id\":\"" + id + "\",";
    return """
    {"resourceType":"Slot",%s"schedule":{"reference":"Schedule/1"},"status":"%s",\
    "start":"2030-01-07T08:00:00+08:00","end":"2030-01-07T09:00:00+08:00"}\
    """
        .formatted(named, status);
  }

  static String appointment(String status, String slot, String patient) {
    return """
    {"resourceType":"Appointment","status":"%s","slot":[{"reference":"Slot/%s"}],\
    "participant":[{"actor":{"reference":"Patient/%s"},"status":"accepted"}]}\
    """
        .formatted(status, slot, patient);
  }

  private static Optional<String> had(HttpResponse<String> answer) {
    if (!done(answer)) {
      return Optional.empty();
    }
    var slot = SLOT.matcher(answer.body());
    if (!slot.find()) {
      throw new IllegalStateException("no slot in " + answer.body());
    }
    return Optional.of(slot.group(1));
  }

  private static boolean done(HttpResponse<String> answer) {
    if (!DONE.contains(answer.statusCode()) && !REFUSED.contains(answer.statusCode())) {
      throw new IllegalStateException(
          answer.request().uri() + " answered " + answer.statusCode() + " " + answer.body());
    }
    return DONE.contains(answer.statusCode());
  }
}
