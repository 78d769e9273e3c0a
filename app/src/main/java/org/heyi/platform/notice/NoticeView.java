package org.heyi.platform.notice;

import java.time.Instant;
import java.util.List;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;

/// 通知: one notice as its reader sees it.
///
/// @param forName for whom the reader stands in, or empty
public record NoticeView(
    NoticeId id,
    String key,
    List<String> args,
    String path,
    String forName,
    Instant at,
    @Nullable Instant readAt) {

  public NoticeView {
    args = List.copyOf(args);
  }

  public boolean isRead() {
    return readAt != null;
  }

  /// The sentence in the reader's language.
  public String text(Words words) {
    var text = words.of(key, args.stream().map(it -> said(it, words)).toArray());
    return forName.isEmpty() ? text : words.of("notice.for", forName, text);
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
