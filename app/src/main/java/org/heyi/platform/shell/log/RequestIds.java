package org.heyi.platform.shell.log;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.MDC;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskDecorator;

/// Gives each request an id that its answer carries, each line of the log about it, and what it
/// starts on other threads.
@Configuration(proxyBeanMethods = false)
class RequestIds {

  private static final String HEADER = "X-Request-Id";
  private static final String LEFT_OVER = "events.left-over";

  /// A valve, because filters do not see what the server refuses by itself.
  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> idsOfRequests() {
    return server -> server.addEngineValves(new Ids());
  }

  private static final class Ids extends ValveBase {

    private Ids() {
      super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      response.setHeader(HEADER, OnBehalf.aRequest());
      getNext().invoke(request, response);
    }
  }

  /// Listeners of events work for whom the event happened; at the start, for nobody who is there
  /// any more.
  @Bean
  TaskDecorator onBehalfOfWhoeverAsked() {
    return task -> {
      var asked = OnBehalf.somebody() ? MDC.getCopyOfContextMap() : null;
      return () -> {
        if (asked == null) {
          OnBehalf.job(LEFT_OVER);
        } else {
          MDC.setContextMap(asked);
        }
        task.run();
      };
    };
  }
}
