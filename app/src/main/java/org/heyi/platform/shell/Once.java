package org.heyi.platform.shell;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import org.heyi.platform.shared.Staff;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 只做一次: a form pressed twice, or sent again after a lost answer, has one effect.
///
/// Each form carries a key made when it was shown. The key's row is written in the transaction of
/// the effect: a second press waits for the first, then gets its answer. After a rollback the key
/// is free again.
@Service
@Transactional
public class Once {

  private final OnceStore store;
  private final Clock clock;
  private final Duration kept;

  Once(OnceStore store, Clock clock, @Value("${heyi.once.kept:30d}") Duration kept) {
    this.store = store;
    this.clock = clock;
    this.kept = kept;
  }

  /// Runs the effect, or gives the answer it gave before.
  ///
  /// @param key from the form
  /// @param content what was sent, as text: the same key with other content is refused
  /// @param effect does the work in this transaction and answers where to go
  /// @throws org.heyi.platform.shared.ProblemException `shell.same-key-other-content`
  public String run(UUID key, String content, Staff by, Supplier<String> effect) {
    var digest = digest(content);
    if (!store.claim(key, digest, by)) {
      return store
          .answer(key, digest, by)
          .orElseThrow(() -> ShellProblem.SAME_KEY_OTHER_CONTENT.with());
    }
    var answer = effect.get();
    store.answered(key, by, answer);
    return answer;
  }

  /// The same for a form that a controller was given as [Pressed].
  public String run(Pressed form, Staff by, Supplier<String> effect) {
    return run(form.key(), form.content(), by, effect);
  }

  /// Nobody presses a form again that was shown so long ago.
  void forget() {
    store.forget(clock.instant().minus(kept));
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
