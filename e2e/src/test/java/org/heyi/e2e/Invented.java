package org.heyi.e2e;

import java.util.concurrent.atomic.AtomicLong;

/// People nobody is: names in use nowhere and numbers of a region that does not exist.
final class Invented {

  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String SIGNS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";
  private static final int NUMBERS = 9_000_000;

  /// Not the same again when the stories are played twice in one demonstration.
  private static final AtomicLong NEXT = new AtomicLong(System.currentTimeMillis() / 100);

  /// A name with a rare character, told from the last ones.
  static String name() {
    var next = NEXT.incrementAndGet();
    return "测试%c%c䶮".formatted(sign(next / SIGNS.length()), sign(next));
  }

  private static char sign(long number) {
    return SIGNS.charAt((int) (number % SIGNS.length()));
  }

  /// An ID number that is valid and nobody's.
  static String idNumber() {
    var next = NEXT.incrementAndGet() % NUMBERS;
    var seventeen = "99%04d19520304%03d".formatted(next / 900, 100 + next % 900);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (seventeen.charAt(i) - '0');
    }
    return seventeen + "10X98765432".charAt(sum % 11);
  }

  private Invented() {}
}
