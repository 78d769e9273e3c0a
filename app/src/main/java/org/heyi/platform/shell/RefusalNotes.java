package org.heyi.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import org.heyi.platform.shared.Problem;
import org.heyi.platform.shared.ProblemException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/// 拒绝的记录: tells every [RefusalSink] that somebody signed in was refused what is not theirs.
@Component
public class RefusalNotes {

  private final ObjectProvider<CurrentStaff> current;
  private final ObjectProvider<RefusalSink> sinks;

  RefusalNotes(ObjectProvider<CurrentStaff> current, ObjectProvider<RefusalSink> sinks) {
    this.current = current;
    this.sinks = sinks;
  }

  /// What cannot be recorded is not answered: the failure goes on, with the refusal.
  public void refused(ProblemException refused, HttpServletRequest request) {
    var route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    refused(refused, String.valueOf(route), request);
  }

  /// The same where no page or interface of Spring's was asked.
  public void refused(ProblemException refused, String route, HttpServletRequest request) {
    var problem = refused.problem();
    if (problem.kind() != Problem.Kind.UNKNOWN && problem.kind() != Problem.Kind.FORBIDDEN) {
      return;
    }
    try {
      current.stream()
          .flatMap(it -> it.of(request).stream())
          .findFirst()
          .ifPresent(staff -> sinks.forEach(it -> it.refused(staff, route, problem)));
    } catch (RuntimeException e) {
      refused.addSuppressed(e);
      throw e;
    }
  }
}
