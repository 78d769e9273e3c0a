package org.heyi.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/// Finds the template of a view: `referral/show` is `templates/referral/show.jte`. Every template
/// may ask for `words` and `frame`.
@Component
class JteViews implements ViewResolver, Ordered {

  private final Templates templates;
  private final Frames frames;

  JteViews(Templates templates, Frames frames) {
    this.templates = templates;
    this.frames = frames;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    if (name.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX)) {
      var target = name.substring(UrlBasedViewResolver.REDIRECT_URL_PREFIX.length());
      return new RedirectView(target, true, true, false);
    }
    var template = name + ".jte";
    return templates.has(template) ? new JteView(template) : null;
  }

  private final class JteView implements View {

    private final String template;

    private JteView(String template) {
      this.template = template;
    }

    @Override
    public String getContentType() {
      return "text/html;charset=UTF-8";
    }

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      var words = frames.words(request);
      var all = new HashMap<String, @Nullable Object>(model == null ? Map.of() : model);
      all.put("words", words);
      all.put("frame", frames.frame(request, words));
      var page = templates.render(template, all);
      response.setContentType(getContentType());
      response.setContentLength(page.length);
      response.getOutputStream().write(page);
    }
  }
}
