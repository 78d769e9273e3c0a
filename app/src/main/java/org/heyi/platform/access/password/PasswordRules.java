package org.heyi.platform.access.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heyi.platform.shared.ProblemException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// 口令规则: what a password must be, as `access/password-rules.properties` says with sources, and the
/// words of `access/common-passwords.txt` that it must not be built on.
@Component
public class PasswordRules {

  /// bcrypt looks at no more.
  private static final int MOST_BYTES = 72;

  private final int shortest;
  private final int longest;
  private final int classes;
  private final Duration oldest;
  private final Set<String> common;

  PasswordRules() {
    var rules = new Properties();
    try (var file = open("access/password-rules.properties")) {
      rules.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.shortest = Integer.parseInt(rules.getProperty("shortest"));
    this.longest = Integer.parseInt(rules.getProperty("longest"));
    this.classes = Integer.parseInt(rules.getProperty("classes"));
    this.oldest = Duration.ofDays(Integer.parseInt(rules.getProperty("oldest-days")));
    this.common = words("access/common-passwords.txt");
  }

  public int shortest() {
    return shortest;
  }

  public int longest() {
    return longest;
  }

  public int classes() {
    return classes;
  }

  public boolean tooOld(Instant set, Instant now) {
    return now.isAfter(set.plus(oldest));
  }

  /// @throws ProblemException a [PasswordProblem]
  public void check(String password, String login) {
    problem(password, login)
        .ifPresent(it -> {
          throw it;
        });
  }

  /// The same for a password that takes the place of another.
  public void checkNew(String present, String wanted, String login) {
    if (wanted.equals(present)) {
      throw PasswordProblem.NOT_NEW.with();
    }
    check(wanted, login);
  }

  private Optional<ProblemException> problem(String password, String login) {
    int length = password.codePointCount(0, password.length());
    if (length < shortest) {
      return Optional.of(PasswordProblem.TOO_SHORT.with(shortest));
    }
    if (length > longest || password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return Optional.of(PasswordProblem.TOO_LONG.with(longest));
    }
    if (classesIn(password) < classes) {
      return Optional.of(PasswordProblem.TOO_SIMPLE.with(classes));
    }
    var lower = password.toLowerCase(Locale.ROOT);
    if (lower.contains(login)) {
      return Optional.of(PasswordProblem.HAS_LOGIN.with());
    }
    return isCommon(lower) ? Optional.of(PasswordProblem.TOO_COMMON.with()) : Optional.empty();
  }

  /// Small letters, capitals, digits, everything else.
  private static long classesIn(String password) {
    return Stream.<IntPredicate>of(
            Character::isLowerCase,
            Character::isUpperCase,
            Character::isDigit,
            it -> !Character.isLetterOrDigit(it) || Character.isIdeographic(it))
        .filter(it -> password.codePoints().anyMatch(it))
        .count();
  }

  /// Digits and signs before and after do not make a common word rare, nor does writing it twice:
  /// what remains when all common words are taken out must still be long.
  private boolean isCommon(String lower) {
    var rest = lower;
    for (var word : common) {
      rest = rest.replace(word, "");
    }
    long letters = rest.codePoints().filter(Character::isLetter).distinct().count();
    return rest.length() < lower.length() && letters < 4;
  }

  private static Set<String> words(String path) {
    try (var file = new BufferedReader(open(path))) {
      return file.lines()
          .filter(it -> !it.isBlank() && !it.startsWith("#"))
          .sorted(Comparator.comparingInt(String::length).reversed())
          .collect(Collectors.toCollection(LinkedHashSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStreamReader open(String path) throws IOException {
    return new InputStreamReader(
        new ClassPathResource(path).getInputStream(), StandardCharsets.UTF_8);
  }
}
