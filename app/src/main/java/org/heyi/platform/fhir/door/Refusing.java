package org.heyi.platform.fhir.door;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Set;
import org.heyi.platform.fhir.FhirProblem;
import org.heyi.platform.shared.Problem;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shell.Outage;
import org.heyi.platform.shell.RefusalNotes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Whatever goes wrong inside HAPI or behind it becomes one of our refusals. HAPI's own sentences
/// go nowhere: they name classes and repeat what was sent.
@Interceptor
@Component
class Refusing {

  private static final Logger log = LoggerFactory.getLogger(Refusing.class);
  private static final int SERVER_ERROR = 500;
  private static final Set<RequestTypeEnum> OFFERED =
      Set.of(RequestTypeEnum.GET, RequestTypeEnum.POST, RequestTypeEnum.PUT);

  private final Outcomes outcomes;
  private final RefusalNotes notes;
  private final String retryAfter;

  Refusing(
      Outcomes outcomes,
      RefusalNotes notes,
      @Value("${heyi.outage.retry-after}") Duration retryAfter) {
    this.outcomes = outcomes;
    this.notes = notes;
    this.retryAfter = String.valueOf(retryAfter.toSeconds());
  }

  @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
  public BaseServerResponseException refusal(
      Throwable thrown, RequestDetails call, HttpServletRequest request) {
    var refused = refusal(thrown, call);
    notes.refused(refused, route(call), request);
    var answer =
        new UnclassifiedServerFailureException(
            Outcomes.status(refused.problem()), refused.problem().code());
    answer.setOperationOutcome(outcomes.of(refused, request));
    if (refused.problem().kind() == Problem.Kind.UNAVAILABLE) {
      answer.addResponseHeader(HttpHeaders.RETRY_AFTER, retryAfter);
    }
    return answer;
  }

  private static ProblemException refusal(Throwable thrown, RequestDetails call) {
    var outage = Outage.in(thrown);
    if (outage.isPresent()) {
      log.warn("{}: {}: {}", route(call), outage.get().code(), Outage.why(thrown));
      return outage.get().with();
    }
    for (var it = thrown; it != null; it = it.getCause()) {
      if (it instanceof ProblemException refused) {
        return refused;
      }
      if (it instanceof DataAccessException) {
        return failed(thrown);
      }
    }
    if (thrown instanceof BaseServerResponseException hapi && hapi.getStatusCode() < SERVER_ERROR) {
      return of(hapi.getStatusCode(), call);
    }
    return failed(thrown);
  }

  private static ProblemException of(int status, RequestDetails call) {
    return switch (status) {
      case 404 -> FhirProblem.NO_SUCH_TYPE.with(String.valueOf(call.getResourceName()));
      case 405 -> FhirProblem.NOT_OFFERED.with();
      default -> offered(call) ? FhirProblem.BAD_REQUEST.with() : FhirProblem.NOT_OFFERED.with();
    };
  }

  /// HAPI calls an interaction that nobody has a bad request.
  private static boolean offered(RequestDetails call) {
    return OFFERED.contains(call.getRequestType());
  }

  private static ProblemException failed(Throwable thrown) {
    var number = UuidCreator.getTimeOrderedEpoch().toString();
    log.error("fhir failure {}", number, thrown);
    return FhirProblem.FAILED.with(number);
  }

  private static String route(RequestDetails call) {
    var type = call.getResourceName();
    return "/fhir" + (type == null ? "" : "/" + type);
  }
}
