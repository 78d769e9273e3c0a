package org.heyi.platform.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import org.heyi.HeyiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/// What a request writes about its session.
@HeyiTest
class SessionRowTests {

  @Autowired SessionRepository<? extends Session> sessions;
  @Autowired JdbcClient jdbc;

  @Test
  void whenItWasIsWrittenOnceAMinute() {
    var id = begin(sessions);
    var begun = seen(id);
    look(sessions, id, begun.plusSeconds(59));
    assertThat(seen(id)).isEqualTo(begun);
    look(sessions, id, begun.plusSeconds(60));
    assertThat(seen(id)).isEqualTo(begun.plusSeconds(60));
  }

  @Test
  void aNewIdIsWrittenAtOnce() {
    var id = begin(sessions);
    var other = rename(sessions, id);
    assertThat(sessions.findById(id)).isNull();
    assertThat(sessions.findById(other)).isNotNull();
  }

  @Test
  void anAttributeIsWrittenAtOnce() {
    var id = begin(sessions);
    keep(sessions, id);
    assertThat(found(sessions, id).<String>getAttribute("word")).isEqualTo("said");
  }

  private static <S extends Session> String begin(SessionRepository<S> sessions) {
    var session = sessions.createSession();
    sessions.save(session);
    return session.getId();
  }

  private static <S extends Session> void look(
      SessionRepository<S> sessions, String id, Instant when) {
    var session = found(sessions, id);
    session.setLastAccessedTime(when);
    sessions.save(session);
  }

  private static <S extends Session> String rename(SessionRepository<S> sessions, String id) {
    var session = found(sessions, id);
    var other = session.changeSessionId();
    sessions.save(session);
    return other;
  }

  private static <S extends Session> void keep(SessionRepository<S> sessions, String id) {
    var session = found(sessions, id);
    session.setAttribute("word", "said");
    sessions.save(session);
  }

  private static <S extends Session> S found(SessionRepository<S> sessions, String id) {
    return Objects.requireNonNull(sessions.findById(id));
  }

  private Instant seen(String id) {
    return Instant.ofEpochMilli(
        jdbc.sql("select last_access_time from infra.spring_session where session_id = :id")
            .param("id", id)
            .query(Long.class)
            .single());
  }
}
