package org.heyi.person.resident.fhir;

import java.util.List;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.platform.fhir.FhirSecret;
import org.springframework.stereotype.Component;

/// A resident whom only one institution knows.
@Component
class PatientSecret implements FhirSecret {

  private static final String NAME = "独孤秘" + System.nanoTime();

  @Override
  public String type() {
    return "Patient";
  }

  @Override
  public Real make() {
    var doctor = TestStaff.with("family-doctor", OWNER);
    var id =
        TestResidents.register(TestResidents.named(NAME, TestResidents.number(), doctor), doctor);
    return new Real(id.toString(), List.of("name=" + encoded()), List.of(NAME));
  }

  private static String encoded() {
    return java.net.URLEncoder.encode(NAME, java.nio.charset.StandardCharsets.UTF_8);
  }
}
