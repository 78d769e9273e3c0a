package org.heyi.platform.notice;

import java.util.List;

/// 通知内容.
///
/// @param once the same word twice for one reader is one notice, e.g. `referral-sent-0190…`
/// @param key word key of the sentence
/// @param args its arguments: no names of residents
/// @param path where to look
public record TellNotice(String once, String key, List<String> args, String path) {

  public TellNotice {
    args = List.copyOf(args);
  }
}
