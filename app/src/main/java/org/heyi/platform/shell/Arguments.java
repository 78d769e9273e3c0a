package org.heyi.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shell.api.ProblemAnswers;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// What controllers may ask for: [Words], a [PageQuery] from `?page=&size=&sort=&desc=`, and the
/// form as [Pressed].
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageSettings.class)
class Arguments implements WebMvcConfigurer {

  private final Frames frames;
  private final PageSettings pages;

  Arguments(Frames frames, PageSettings pages) {
    this.frames = frames;
    this.pages = pages;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new PageQueries(pages));
    resolvers.add(new WordsOfTheReader());
    resolvers.add(new PressedForms());
  }

  /// A page shows something whatever stands in its address; a program is told.
  private record PageQueries(PageSettings settings) implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == PageQuery.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      var sort = request.getParameter("sort");
      var page = whole(request.getParameter("page"), 1);
      var size = whole(request.getParameter("size"), settings.size());
      var servlet = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
      if (ProblemAnswers.isApi(servlet) && (page < 1 || size < 1 || size > settings.largest())) {
        throw ShellProblem.NO_SUCH_PAGE_OF_LIST.with(settings.largest());
      }
      return new PageQuery(
          page < 1 ? 1 : page,
          size < 1 ? settings.size() : Math.min(size, settings.largest()),
          sort == null ? "" : sort,
          "true".equals(request.getParameter("desc")));
    }

    /// Nonsense is below every number that counts.
    private static int whole(@Nullable String text, int otherwise) {
      if (text == null) {
        return otherwise;
      }
      return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
  }

  private static final class PressedForms implements HandlerMethodArgumentResolver {

    /// They differ each time the same form is shown.
    private static final Set<String> OF_THE_FRAME = Set.of("key", "_csrf");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Pressed.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders)
        throws ServletRequestBindingException {
      var servlet = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
      var content = new StringBuilder(servlet.getRequestURI());
      new TreeMap<>(request.getParameterMap())
          .forEach((name, values) -> {
            if (!OF_THE_FRAME.contains(name)) {
              content.append('\n').append(name).append('=').append(String.join("\n", values));
            }
          });
      return new Pressed(key(request.getParameter("key")), content.toString());
    }

    private static UUID key(@Nullable String text) throws ServletRequestBindingException {
      try {
        return UUID.fromString(Objects.requireNonNullElse(text, ""));
      } catch (IllegalArgumentException none) {
        throw new ServletRequestBindingException("a form without its key", none);
      }
    }
  }

  private final class WordsOfTheReader implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Words.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      var servlet = request.getNativeRequest(HttpServletRequest.class);
      return frames.words(Objects.requireNonNull(servlet));
    }
  }
}
