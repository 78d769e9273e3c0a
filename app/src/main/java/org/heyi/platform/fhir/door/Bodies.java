package org.heyi.platform.fhir.door;

import static org.heyi.platform.fhir.FhirProblem.BODY_NOT_READABLE;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.springframework.stereotype.Component;

/// Reads a body that the [Guard] has let through, before HAPI would: its parser answers some broken
/// resources with a null pointer or an index beyond the end, found by fuzzing, and that is the
/// caller's mistake and not ours.
@Interceptor
@Component
class Bodies {

  private static final String ATTRIBUTE = Bodies.class.getName();

  private final FhirContext fhir;

  Bodies(FhirContext fhir) {
    this.fhir = fhir;
  }

  /// Gives HAPI what was read before it; thrown in here, a refusal would be logged with its text.
  @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
  public void hand(RequestDetails call, HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof IBaseResource body) {
      call.setResource(body);
    }
  }

  void keep(HttpServletRequest request, byte[] body) {
    request.setAttribute(ATTRIBUTE, read(body));
  }

  /// @throws org.heyi.platform.shared.ProblemException `fhir.body-not-readable`
  IBaseResource read(byte[] body) {
    try {
      return fhir.newJsonParser().parseResource(new String(body, StandardCharsets.UTF_8));
    } catch (DataFormatException wrong) {
      throw BODY_NOT_READABLE.with(Objects.toString(wrong.getMessage(), ""));
    } catch (NullPointerException | IndexOutOfBoundsException | ClassCastException broken) {
      throw BODY_NOT_READABLE.with("FHIR R4");
    }
  }
}
