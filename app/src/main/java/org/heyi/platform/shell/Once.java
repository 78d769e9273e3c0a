package org.heyi.platform.shell;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 只做一次: a form pressed twice, or sent again after a lost answer, has one effect.
///
/// Each form carries a key made when it was shown. The key's row is written in the transaction of
/// the effect: a second press waits for the first, then gets its answer. After a rollback the key
/// is free again. Answers are kept for [#KEPT_DAYS] days.
@Service
@Transactional
public class Once {

  static final int KEPT_DAYS = 7;

  private final JdbcClient jdbc;
  private final Clock clock;

  Once(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Runs the effect, or gives the answer it gave before.
  ///
  /// @param key from the form
  /// @param content what was sent, as text: the same key with other content is refused
  /// @param effect does the work in this transaction and answers where to go
  /// @throws org.heyi.platform.shared.ProblemException `shell.same-key-other-content`
  public String run(UUID key, String content, Staff by, Supplier<String> effect) {
    var digest = digest(content);
    if (claim(key, digest, by) == 0) {
      return earlierAnswer(key, digest, by);
    }
    var answer = effect.get();
    jdbc.sql("update shell.once set answer = :answer where key = :key and account = :account")
        .param("answer", answer)
        .param("key", key)
        .param("account", by.account().value())
        .update();
    return answer;
  }

  private int claim(UUID key, String digest, Staff by) {
    return jdbc.sql(
            """
            insert into shell.once (key, account, content_digest, answer, at)
            values (:key, :account, :digest, '', :at)
            on conflict on constraint once_pk do nothing
            """)
        .param("key", key)
        .param("account", by.account().value())
        .param("digest", digest)
        .param("at", Moments.utc(clock.instant()))
        .update();
  }

  private String earlierAnswer(UUID key, String digest, Staff by) {
    return jdbc.sql(
            """
            select answer from shell.once
             where key = :key and account = :account and content_digest = :digest
            """)
        .param("key", key)
        .param("account", by.account().value())
        .param("digest", digest)
        .query(String.class)
        .optional()
        .orElseThrow(() -> ShellProblem.SAME_KEY_OTHER_CONTENT.with());
  }

  private static String digest(String content) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
