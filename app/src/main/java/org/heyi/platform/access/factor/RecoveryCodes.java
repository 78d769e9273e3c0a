package org.heyi.platform.access.factor;

import java.security.SecureRandom;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.heyi.platform.access.password.Digest;
import org.heyi.platform.shared.AccountId;

/// 恢复码: twenty digits on paper, for who has no phone at hand. Digits, as the field for codes brings
/// up a phone's number keys; twenty, as then nobody finds one from its hash by trying.
final class RecoveryCodes {

  static final int DIGITS = 20;
  private static final Pattern GROUP = Pattern.compile("(?<=\\G\\d{5})(?=\\d)");

  static List<String> make(int count, SecureRandom random) {
    return IntStream.range(0, count).mapToObj(_ -> digits(random)).toList();
  }

  private static String digits(SecureRandom random) {
    var digits = new StringBuilder();
    for (int i = 0; i < DIGITS; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  /// In groups of five, to be read.
  static String spelt(String code) {
    return GROUP.matcher(code).replaceAll("-");
  }

  static String hash(AccountId account, String code) {
    return Digest.of(account + " " + code);
  }

  private RecoveryCodes() {}
}
