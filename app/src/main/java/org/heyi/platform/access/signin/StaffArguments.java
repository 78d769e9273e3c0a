package org.heyi.platform.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Gives controllers the [Staff], [Standing] or [Presence] of the request: from the session, never
/// from a form.
@Configuration(proxyBeanMethods = false)
class StaffArguments implements WebMvcConfigurer, CurrentStaff {

  @Override
  public Optional<Staff> of(HttpServletRequest request) {
    return acting(request);
  }

  @Override
  public boolean isAnybody(HttpServletRequest request) {
    return Presence.of(request).isPresent();
  }

  /// With a token there is no session.
  private static Optional<Staff> acting(HttpServletRequest request) {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof ActingSystem it
        ? Optional.of(it.staff())
        : Standing.of(request).flatMap(standing -> Optional.ofNullable(standing.staff()));
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new WhoActs());
  }

  private static final class WhoActs implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      var type = parameter.getParameterType();
      return type == Staff.class || type == Standing.class || type == Presence.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      var servlet = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
      if (parameter.getParameterType() == Presence.class) {
        return Presence.of(servlet).orElseThrow(SignInProblem.NOT_SIGNED_IN::with);
      }
      var standing = Standing.of(servlet);
      if (parameter.getParameterType() == Standing.class) {
        return standing.orElseThrow(SignInProblem.NOT_SIGNED_IN::with);
      }
      return acting(servlet)
          .orElseThrow(() ->
              (standing.isPresent() ? SignInProblem.NO_POST_CHOSEN : SignInProblem.NOT_SIGNED_IN)
                  .with());
    }
  }
}
