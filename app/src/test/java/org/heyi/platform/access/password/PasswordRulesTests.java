package org.heyi.platform.access.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.heyi.platform.access.AccessSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCrypt;

/// What a password must be.
class PasswordRulesTests {

  private final PasswordRules rules = new PasswordRules();

  @ParameterizedTest
  @ValueSource(
      strings = {"Right-horse-battery-7", "中医西医都要学Tcm2026", "xK9#mQ2$vL5p", "今天 天气 Not bad at all"})
  void goodOnesPass(String password) {
    assertThatCode(() -> rules.check(password, "li.ming")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "Short-1,password.too-short",
    "alllowercaseletters,password.too-simple",
    "Password1234!,password.too-common",
    "Admin@12345678,password.too-common",
    "Woaini1314520!,password.too-common",
    "Ninghe-Yiyuan-2026,password.too-common",
    "Qwertyuiop-123,password.too-common",
    "My-Li.Ming-2026,password.has-login"
  })
  void badOnesAreRefusedWithTheReason(String password, String why) {
    assertThatThrownBy(() -> rules.check(password, "li.ming")).hasMessageStartingWith(why);
  }

  @Test
  void whatBcryptWouldCutOffIsTooLong() {
    assertThatThrownBy(() -> rules.check("医".repeat(25) + "Aa1", "li.ming"))
        .hasMessageStartingWith("password.too-long");
  }

  @Test
  void theOldOneIsNotANewOne() {
    assertThatThrownBy(
            () -> rules.checkNew("Right-horse-battery-7", "Right-horse-battery-7", "li.ming"))
        .hasMessageStartingWith("password.not-new");
  }

  /// Who is unknown costs as much to refuse as who is known: the hash is read, not thrown out.
  @Test
  void nobodysHashIsAsCostlyAsAnyOther() {
    var hash = Passwords.nobodys(5);

    assertThat(hash).matches("\\{bcrypt}\\$2a\\$05\\$[./0-9A-Za-z]{53}");
    assertThat(BCrypt.checkpw("Right-horse-battery-7", hash.substring("{bcrypt}".length())))
        .isFalse();
  }

  @Test
  void itIsToBeChangedAtIntervals() {
    var set = Instant.parse("2026-01-01T00:00:00Z");

    assertThat(rules.tooOld(set, set.plus(Duration.ofDays(180)))).isFalse();
    assertThat(rules.tooOld(set, set.plus(Duration.ofDays(180)).plusSeconds(1))).isTrue();
  }

  @Test
  void oneTimePasswordsKeepTheRulesAndDiffer() {
    var passwords = passwords();
    for (int i = 0; i < 200; i++) {
      var password = passwords.oneTime(UUID.randomUUID().toString());
      assertThatCode(() -> rules.check(password, "li.ming"))
          .as(password)
          .doesNotThrowAnyException();
      assertThat(passwords.oneTime(UUID.randomUUID().toString())).isNotEqualTo(password);
      assertThat(passwords.secret(UUID.randomUUID().toString())).matches("[a-zA-Z0-9]{40}");
    }
  }

  @Test
  void onlyTheRightPasswordMatchesAndWithoutAHashNone() {
    var passwords = passwords();
    var hash = passwords.hash("Right-horse-battery-7");

    assertThat(hash).startsWith("{bcrypt}$2").doesNotContain("horse");
    assertThat(passwords.matches("Right-horse-battery-7", Optional.of(hash))).isTrue();
    assertThat(passwords.matches("Right-horse-battery-8", Optional.of(hash))).isFalse();
    assertThat(passwords.matches("Right-horse-battery-7", Optional.empty())).isFalse();
  }

  private static Passwords passwords() {
    var fifteen = Duration.ofMinutes(15);
    return new Passwords(
        new AccessSettings(
            fifteen, fifteen, 5, 50, fifteen, fifteen, fifteen, fifteen, 10, fifteen, fifteen,
            "issuer", 1, 10, 4));
  }
}
