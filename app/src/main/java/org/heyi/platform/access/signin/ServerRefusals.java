package org.heyi.platform.access.signin;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/// What the server refuses by itself, such as a path that is none, before any filter or page of
/// ours could say it: guarded like every other answer, in the reader's language.
@Component
class ServerRefusals implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

  private final MessageSource words;
  private final LocaleResolver languages;

  ServerRefusals(MessageSource words, LocaleResolver languages) {
    this.words = words;
    this.languages = languages;
  }

  @Override
  public void customize(ConfigurableTomcatWebServerFactory server) {
    server.addEngineValves(new Door());
  }

  /// An answer that is an error before anybody was asked is the server's own.
  private final class Door extends ValveBase {

    private Door() {
      super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      if (response.isError()) {
        refuse(request, response);
      } else {
        getNext().invoke(request, response);
      }
    }
  }

  private void refuse(Request request, Response response) throws IOException {
    var language = languages.resolveLocale(request);
    response.setSuspended(false);
    response.setErrorReported();
    SecurityHeaders.write(response);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("text/html;charset=UTF-8");
    var page =
        """
        <!doctype html>
        <html lang="%s">
        <head><meta charset="utf-8"><title>%s</title></head>
        <body><p>%s</p><p><a href="/">%s</a></p></body>
        </html>
        """
            .formatted(
                language.toLanguageTag(),
                words.getMessage("shell.name", null, language),
                words.getMessage("shell.bad-input", null, language),
                words.getMessage("shell.home", null, language));
    response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
    response.finishResponse();
  }
}
