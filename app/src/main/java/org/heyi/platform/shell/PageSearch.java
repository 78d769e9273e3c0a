package org.heyi.platform.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.heyi.platform.shared.Pinyin;
import org.heyi.platform.shared.Staff;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Finds the pages that the caller may open, by their name in either language or its spelling.
@Component
class PageSearch implements SearchSource {

  private static final int LAST = 990;

  /// A page and all that it may be called, in small letters.
  private record Named(PageEntry page, String names) {}

  private final List<Named> pages;

  PageSearch(ObjectProvider<PageEntry> pages, MessageSource messages) {
    this.pages = pages.stream().map(it -> new Named(it, names(it, messages))).toList();
  }

  private static String names(PageEntry page, MessageSource messages) {
    var names = new ArrayList<String>();
    for (var words : Words.ofEachLanguage(messages)) {
      var name = words.of(page.label());
      names.add(name.toLowerCase(Locale.ROOT));
      names.addAll(Pinyin.keys(name));
    }
    return String.join("\n", names);
  }

  @Override
  public String label() {
    return "shell.search-pages";
  }

  @Override
  public int order() {
    return LAST;
  }

  @Override
  public List<Hit> search(String text, Staff by, Words words, int most) {
    var wanted = text.toLowerCase(Locale.ROOT);
    return pages.stream()
        .filter(it -> it.names().contains(wanted) && it.page().shownTo(by))
        .limit(most)
        .map(it -> new Hit(words.of(it.page().label()), "", it.page().path()))
        .toList();
  }
}
