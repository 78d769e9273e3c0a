package org.heyi.platform.database;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How to reach the embedded server, when there is one.
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(EmbeddedServer.class)
class EmbeddedConfiguration {

  @Bean
  JdbcConnectionDetails applicationConnection(EmbeddedServer server) {
    return new Application(server.url(), "heyi_app", server.secrets().app());
  }

  @Bean
  FlywayConnectionDetails ownerConnection(EmbeddedServer server) {
    return new Owner(server.url(), "heyi_owner", server.secrets().owner());
  }

  @Bean
  FirstStart firstStart(EmbeddedServer server) {
    return server.firstStart();
  }

  /// The management port is a second, nameless web server; people want to know of the first.
  @Bean
  ApplicationListener<WebServerInitializedEvent> addressInLock(EmbeddedServer server) {
    return event -> {
      if (event.getApplicationContext().getServerNamespace() == null) {
        server.announce("http://localhost:" + event.getWebServer().getPort());
      }
    };
  }

  /// A record would print the password.
  private record Application(String getJdbcUrl, String getUsername, String getPassword)
      implements JdbcConnectionDetails {

    @Override
    public String toString() {
      return getUsername + " at " + getJdbcUrl;
    }
  }

  /// As above.
  private record Owner(String getJdbcUrl, String getUsername, String getPassword)
      implements FlywayConnectionDetails {

    @Override
    public String toString() {
      return getUsername + " at " + getJdbcUrl;
    }
  }
}
