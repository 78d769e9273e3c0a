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

  /// A request writes when it was only if the row is more than [Sessions#COARSE] behind, so that
  /// looking at a page needs no commit of its own; in return a session lasts so much longer.
  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> idle(AccessSettings settings) {
    return sessions -> {
      sessions.setDefaultMaxInactiveInterval(settings.idle().plus(Sessions.COARSE));
      sessions.setUpdateSessionQuery(
          """
          update infra.spring_session s
             set session_id = n.session_id, last_access_time = n.seen,
                 max_inactive_interval = n.idle, expiry_time = n.expiry, principal_name = n.who
            from (values (cast(? as char(36)), cast(? as bigint), cast(? as int),
                          cast(? as bigint), cast(? as text), cast(? as char(36))))
                 n (session_id, seen, idle, expiry, who, id)
           where s.primary_id = n.id
             and (s.session_id <> n.session_id or s.principal_name is distinct from n.who
                  or s.max_inactive_interval <> n.idle or n.seen - s.last_access_time >= %d)
          """
              .formatted(Sessions.COARSE.toMillis()));
    };
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
