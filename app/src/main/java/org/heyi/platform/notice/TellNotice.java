package org.heyi.platform.notice;

import java.time.Instant;
import java.util.List;

/// 通知内容.
///
/// @param once the same word twice for one reader is one notice, e.g. `referral-sent-0190…`
/// @param key word key of the sentence
/// @param args its arguments: no names of residents; plain text, or made by [#word] or [#time]
/// @param path where to look
public record TellNotice(String once, String key, List<String> args, String path) {

  static final String WORD = "word:";
  static final String TIME = "time:";

  public TellNotice {
    args = List.copyOf(args);
  }

  /// An argument that is a word key itself and is said in the reader's language.
  public static String word(String key) {
    return WORD + key;
  }

  /// An argument that is a moment.
  public static String time(Instant at) {
    return TIME + at;
  }
}
