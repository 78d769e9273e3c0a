package org.heyi.platform.access.signin;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.heyi.platform.access.AccessSettings;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.Session;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/// Sessions live in the database, so that any node answers any request and a restart signs nobody
/// out.
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "infra.spring_session")
class SessionConfiguration {

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> onPostgres() {
    return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
  }

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> idle(AccessSettings settings) {
    return sessions -> sessions.setDefaultMaxInactiveInterval(settings.idle());
  }

  /// HttpOnly and, over https, Secure are its defaults.
  @Bean
  CookieSerializer cookie() {
    var cookie = new DefaultCookieSerializer();
    cookie.setCookieName("heyi-session");
    cookie.setSameSite("Lax");
    return cookie;
  }

  /// Error pages know who is signed in, too.
  @Bean
  FilterRegistrationBean<SessionRepositoryFilter<? extends Session>> sessionFilter(
      SessionRepositoryFilter<? extends Session> filter) {
    var registration =
        new FilterRegistrationBean<SessionRepositoryFilter<? extends Session>>(filter);
    registration.setDispatcherTypes(
        EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC));
    registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
    return registration;
  }
}
