package org.heyi.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import org.heyi.platform.shared.ResidentId;
import org.jspecify.annotations.Nullable;

/// 哈希链: how one seal follows from the one before.
///
/// The canonical text gives every field its length in bytes, so that no two entries have the same
/// text: `3:abc` is a value, `-` is none, `2#` begins a list of two.
final class Chain {

  /// What stands before the first position.
  static final Hash START = new Hash(new byte[32]);

  static Hash next(Hash previous, AuditView entry) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(previous.bytes());
      digest.update(canonical(entry).getBytes(UTF_8));
      return new Hash(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static String canonical(AuditView entry) {
    var text = new StringBuilder(256);
    add(text, entry.id().toString());
    add(text, micros(entry.at()));
    add(text, entry.actor());
    add(text, entry.action());
    add(text, entry.subject().kind());
    add(text, entry.subject().id());
    text.append(entry.residents().size()).append('#');
    for (ResidentId resident : entry.residents()) {
      add(text, resident.toString());
    }
    add(text, entry.outcome().name());
    add(text, entry.problem());
    text.append(entry.facts().size()).append('#');
    new TreeMap<>(entry.facts())
        .forEach((key, value) -> {
          add(text, key);
          add(text, value);
        });
    return text.toString();
  }

  private static void add(StringBuilder text, AuditActor actor) {
    switch (actor) {
      case AuditActor.Person person -> {
        add(text, "STAFF");
        add(text, person.name());
        add(text, person.account().toString());
        add(text, person.post().toString());
        add(text, person.role());
        add(text, person.institution().value());
        add(text, person.area().value());
      }
      case AuditActor.Login(var login) -> {
        add(text, "LOGIN");
        add(text, login);
      }
      case AuditActor.Clockwork(var job) -> {
        add(text, "CLOCK");
        add(text, job);
      }
    }
  }

  private static void add(StringBuilder text, @Nullable String value) {
    if (value == null) {
      text.append('-');
    } else {
      text.append(value.getBytes(UTF_8).length).append(':').append(value);
    }
  }

  /// PostgreSQL keeps microseconds.
  private static String micros(Instant at) {
    return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at));
  }

  private Chain() {}
}
