package org.heyi.platform.shell;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
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

/// Renders precompiled JTE templates: `referral/show` is `templates/referral/show.jte`. Every
/// template may ask for `words` and `frame`.
@Component
class JteViews implements ViewResolver, Ordered {

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Frames frames;

  JteViews(Frames frames) {
    this.frames = frames;
    engine.setTrimControlStructures(true);
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
    return engine.hasTemplate(template) ? new JteView(template) : null;
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
      var all = new HashMap<String, Object>(model == null ? Map.of() : model);
      all.put("words", words);
      all.put("frame", frames.frame(request, words));
      var output = new Utf8ByteOutput();
      engine.render(template, all, output);
      response.setContentType(getContentType());
      response.setContentLength(output.getContentLength());
      output.writeTo(response.getOutputStream());
    }
  }
}
