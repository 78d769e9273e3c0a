package org.heyi.platform.fhir.door;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.heyi.HeyiTest;
import org.heyi.platform.access.Accounts;
import org.heyi.platform.fhir.FhirClient;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;

/// What a system hears at `/fhir` while the database is away: FHIR, in its language.
@HeyiTest
class OutageOutcomeTests {

  private static final int UNAVAILABLE = 503;

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired DataSource database;
  @Autowired Refusing refusing;

  /// Already who calls cannot be asked.
  @Test
  void beforeHapiHasTheRequest() throws SQLException {
    var his =
        FhirClient.open(port, accounts, "fhirout-clinic", "clinic-system", "system/*.rs")
            .speaking("en");
    assertThat(his.get("Patient?_id=none").status()).isEqualTo(200);
    var held = new ArrayList<Connection>();
    FhirClient.Answer answer;
    try {
      holdAll(held);
      answer = his.get("Patient?_id=none");
    } finally {
      for (var it : held) {
        it.close();
      }
    }

    assertThat(answer.status()).isEqualTo(UNAVAILABLE);
    assertThat(answer.headers().firstValue("Retry-After")).contains("10");
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/fhir+json");
    assertThat(answer.code()).isEqualTo("shell.overloaded");
    assertThat(answer.outcome().getIssueFirstRep().getCode()).isEqualTo(IssueType.TRANSIENT);
    assertThat(answer.outcome().getIssueFirstRep().getDetails().getText())
        .contains("Too much is going on");
    assertThat(his.get("Patient?_id=none").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "57P01, shell.database-away, 连不上数据库",
    "53100, shell.disk-full, 磁盘已满",
    "57014, shell.overloaded, 系统正忙"
  })
  void insideHapi(String state, String code, String said) {
    var answer =
        refused(
            new InternalErrorException(
                new DataAccessResourceFailureException("x", new SQLException("inside", state))));

    assertThat(answer.getStatusCode()).isEqualTo(UNAVAILABLE);
    assertThat(answer.getResponseHeaders()).isEqualTo(Map.of("Retry-After", List.of("10")));
    var issue = ((OperationOutcome) answer.getOperationOutcome()).getIssueFirstRep();
    assertThat(issue.getDetails().getCodingFirstRep().getCode()).isEqualTo(code);
    assertThat(issue.getDetails().getText()).contains(said).doesNotContain("inside");
  }

  /// A bug is no outage: asking again would not help.
  @Test
  void aFailureOfOursIsNoOutage() {
    var answer =
        refused(
            new InternalErrorException(
                new DataAccessResourceFailureException("x", new SQLException("inside", "42P01"))));

    assertThat(answer.getStatusCode()).isEqualTo(500);
    assertThat(answer.hasResponseHeaders()).isFalse();
  }

  private BaseServerResponseException refused(Throwable thrown) {
    var request = new MockHttpServletRequest("GET", "/fhir/Patient");
    request.addHeader("Accept-Language", "zh-CN");
    var call = new ServletRequestDetails();
    call.setResourceName("Patient");
    return refusing.refusal(thrown, call, request);
  }

  private void holdAll(List<Connection> held) throws SQLException {
    var pool = database.unwrap(HikariDataSource.class);
    for (int i = 0; i < pool.getMaximumPoolSize(); i++) {
      held.add(database.getConnection());
    }
  }
}
