package org.heyi.platform.fhir.auditevent;

import java.util.List;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.platform.fhir.FhirSecret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// That a resident was registered.
@Component
class AuditEventSecret implements FhirSecret {

  private final JdbcClient jdbc;

  AuditEventSecret(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String type() {
    return "AuditEvent";
  }

  @Override
  public String role() {
    return "audit-collector";
  }

  @Override
  public Real make() {
    var resident = TestResidents.register(TestStaff.with("family-doctor", OWNER));
    var id =
        jdbc.sql(
                """
                select e.id::text from audit.entry e
                 where :resident = any (e.residents) order by e.id limit 1
                """)
            .param("resident", resident.value())
            .query(String.class)
            .single();
    return new Real(id, List.of("date=ge2026-01-01&patient=Patient/" + resident), List.of());
  }
}
