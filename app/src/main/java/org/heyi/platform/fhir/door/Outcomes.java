package org.heyi.platform.fhir.door;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.heyi.platform.fhir.FhirOffer;
import org.heyi.platform.fhir.FhirProblem;
import org.heyi.platform.shared.Problem;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shell.OutageForm;
import org.heyi.platform.shell.Words;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/// Says a refusal as an OperationOutcome in the caller's language.
@Component
class Outcomes implements OutageForm {

  private static final String CODES = FhirOffer.BASE + "CodeSystem/problem";
  private final FhirContext fhir;
  private final MessageSource messages;
  private final LocaleResolver languages;

  Outcomes(FhirContext fhir, MessageSource messages, LocaleResolver languages) {
    this.fhir = fhir;
    this.messages = messages;
    this.languages = languages;
  }

  static int status(Problem problem) {
    return problem instanceof FhirProblem ours ? ours.status() : problem.kind().status();
  }

  private static IssueType issue(Problem problem) {
    if (problem instanceof FhirProblem ours) {
      return ours.issue();
    }
    return switch (problem.kind()) {
      case UNKNOWN -> IssueType.NOTFOUND;
      case FORBIDDEN -> IssueType.FORBIDDEN;
      case REFUSED -> IssueType.BUSINESSRULE;
      case CONFLICT -> IssueType.CONFLICT;
      case UNAVAILABLE -> IssueType.TRANSIENT;
    };
  }

  OperationOutcome of(ProblemException refused, HttpServletRequest request) {
    var problem = refused.problem();
    var text = words(request).of(problem.code(), refused.args().toArray());
    var outcome = new OperationOutcome();
    outcome.setLanguage(words(request).language());
    var details = new CodeableConcept().setText(text);
    details.addCoding().setSystem(CODES).setCode(problem.code());
    outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(issue(problem)).setDetails(details);
    return outcome;
  }

  @Override
  public boolean answers(HttpServletRequest request) {
    return request.getRequestURI().startsWith(Bundles.PATH + "/");
  }

  /// Before HAPI has the request.
  @Override
  public void write(
      ProblemException refused, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(status(refused.problem()));
    response.setContentType("application/fhir+json;charset=UTF-8");
    response
        .getOutputStream()
        .write(
            fhir.newJsonParser()
                .encodeResourceToString(of(refused, request))
                .getBytes(StandardCharsets.UTF_8));
  }

  private Words words(HttpServletRequest request) {
    return new Words(messages, languages.resolveLocale(request));
  }
}
