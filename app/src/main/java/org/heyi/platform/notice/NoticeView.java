package org.heyi.platform.notice;

import java.time.Instant;
import java.util.List;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;

/// 通知: one notice as its reader sees it.
public record NoticeView(
    NoticeId id, String key, List<String> args, String path, Instant at, @Nullable Instant readAt) {

  public NoticeView {
    args = List.copyOf(args);
  }

  public boolean isRead() {
    return readAt != null;
  }

  /// The sentence in the reader's language.
  public String text(Words words) {
    return words.of(key, args.stream().map(it -> said(it, words)).toArray());
  }

  private static Object said(String arg, Words words) {
    if (arg.startsWith(TellNotice.WORD)) {
      var word = arg.substring(TellNotice.WORD.length());
      return words.orElse(word, word);
    }
    if (arg.startsWith(TellNotice.TIME)) {
      return words.time(Instant.parse(arg.substring(TellNotice.TIME.length())));
    }
    return arg;
  }
}
