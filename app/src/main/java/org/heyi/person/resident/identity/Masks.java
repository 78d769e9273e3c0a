package org.heyi.person.resident.identity;

/// 脱敏: what a list, a log and a print show of a number instead of the number.
public final class Masks {

  private static final int LONG = 15;
  private static final int MOBILE = 11;

  /// `12022119800101123X` → `120221********123X`; shorter numbers keep a quarter at each end.
  public static String number(String number) {
    int length = number.length();
    return length >= LONG ? kept(number, 6, 4) : kept(number, length / 4, length / 4);
  }

  /// `13812341234` → `138****1234`.
  public static String phone(String phone) {
    int length = phone.length();
    return length >= MOBILE ? kept(phone, 3, 4) : kept(phone, 0, length / 3);
  }

  /// `张小三` → `张*三`, `张三` → `张*`: for somebody whom the reader has yet to prove to know.
  public static String name(String name) {
    int length = name.codePointCount(0, name.length());
    int head = name.offsetByCodePoints(0, Math.min(1, length));
    int tail = length <= 2 ? name.length() : name.offsetByCodePoints(0, length - 1);
    return name.substring(0, head)
        + "*".repeat(Math.max(1, length - (length <= 2 ? 1 : 2)))
        + name.substring(tail);
  }

  private static String kept(String all, int head, int tail) {
    return all.substring(0, head)
        + "*".repeat(all.length() - head - tail)
        + all.substring(all.length() - tail);
  }

  private Masks() {}
}
