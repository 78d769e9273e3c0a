package org.heyi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What a person or a system might send and no log may repeat: made-up values that occur nowhere
/// else, in each way in which they may be spelt.
final class Marked {

  static final String NAME = "扫标䶮";
  static final String LATIN = "Sweepmark Zhao";
  static final String NUMBER = TestResidents.number();
  static final String PHONE = TestResidents.phone();
  static final String ADDRESS = "扫标路七号";
  static final String COMPLAINT = "扫标胸痛三天";
  static final String PASSWORD = "Sweep-horse-battery-9";
  static final String SECRET = "sweepsecret0123456789abcdefghijklmnop";
  static final String TOKEN = "eyJzd2VlcCI6dHJ1ZX0.c3dlZXBwYXlsb2Fk.c3dlZXBzaWduYXR1cmU";
  static final String CARD = "SWEEP-CARD-778899";

  private final Map<String, String> spellings = new TreeMap<>();

  Marked() {
    for (var value :
        List.of(
            NAME,
            LATIN,
            NUMBER,
            PHONE,
            ADDRESS,
            COMPLAINT,
            PASSWORD,
            SECRET,
            TOKEN,
            CARD,
            TestStaff.PASSWORD)) {
      add(value);
    }
  }

  /// A value that comes up on the way, such as a session's cookie.
  void add(String value) {
    spellings.put(value.toLowerCase(Locale.ROOT), value);
    spellings.put(URLEncoder.encode(value, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT), value);
    spellings.put(
        Base64.getEncoder()
            .withoutPadding()
            .encodeToString(value.getBytes(StandardCharsets.UTF_8))
            .toLowerCase(Locale.ROOT),
        value);
    spellings.put(escaped(value).toLowerCase(Locale.ROOT), value);
  }

  /// As JSON may spell what is not ASCII.
  private static String escaped(String value) {
    var text = new StringBuilder();
    value
        .chars()
        .forEach(it -> text.append(it < 128 ? String.valueOf((char) it) : "\\u%04x".formatted(it)));
    return text.toString();
  }

  int size() {
    return spellings.size();
  }

  /// The lines in which one of them stands, with what it is.
  List<String> in(String log) {
    var hits = new ArrayList<String>();
    for (var line : log.split("\n", -1)) {
      var lower = line.toLowerCase(Locale.ROOT);
      spellings.forEach((spelling, value) -> {
        if (lower.contains(spelling)) {
          hits.add(value + " in: " + line);
        }
      });
    }
    return hits;
  }

  /// What somebody would type into a field of that name.
  static String forField(String field) {
    var name = field.toLowerCase(Locale.ROOT);
    if (name.contains("phone")) {
      return PHONE;
    }
    if (name.contains("number")) {
      return NUMBER;
    }
    if (name.contains("password") || name.contains("again")) {
      return PASSWORD;
    }
    if (name.contains("card")) {
      return CARD;
    }
    if (name.contains("address")) {
      return ADDRESS;
    }
    return name.contains("complaint") || name.contains("why") ? COMPLAINT : NAME;
  }
}
