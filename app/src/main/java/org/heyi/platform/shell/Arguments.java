package org.heyi.platform.shell;

import java.util.List;
import org.heyi.platform.shared.PageQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// What controllers may ask for: [Words], and a [PageQuery] from `?page=&size=&sort=&desc=`.
@Configuration(proxyBeanMethods = false)
class Arguments implements WebMvcConfigurer {

  private final Frames frames;

  Arguments(Frames frames) {
    this.frames = frames;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new PageQueries());
    resolvers.add(new WordsOfTheReader());
  }

  private static final class PageQueries implements HandlerMethodArgumentResolver {

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
      return new PageQuery(
          whole(request.getParameter("page"), 1),
          whole(request.getParameter("size"), PageQuery.DEFAULT_SIZE),
          sort == null ? "" : sort,
          "true".equals(request.getParameter("desc")));
    }

    /// A number from a URL that somebody may have typed: nonsense means the default.
    private static int whole(@Nullable String text, int otherwise) {
      return text == null || !text.matches("\\d{1,9}") ? otherwise : Integer.parseInt(text);
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
      var servlet = request.getNativeRequest(jakarta.servlet.http.HttpServletRequest.class);
      return frames.words(java.util.Objects.requireNonNull(servlet));
    }
  }
}
