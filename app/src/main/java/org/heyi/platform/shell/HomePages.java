package org.heyi.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.heyi.platform.shared.Staff;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/// The pages that belong to no room: home, search, the choice of language.
@Controller
class HomePages {

  private static final int MOST_HITS = 8;
  private static final int LONGEST_QUERY = 100;

  private final List<HomeCard> cards;
  private final List<SearchSource> sources;
  private final LocaleResolver languages;

  HomePages(
      ObjectProvider<HomeCard> cards,
      ObjectProvider<SearchSource> sources,
      LocaleResolver languages) {
    this.cards = cards.stream().sorted(Comparator.comparingInt(HomeCard::order)).toList();
    this.sources = sources.stream().sorted(Comparator.comparingInt(SearchSource::order)).toList();
    this.languages = languages;
  }

  @GetMapping("/")
  String home(Staff staff, Words words, Model model) {
    model.addAttribute(
        "cards",
        cards.stream()
            .filter(it -> it.shownTo(staff))
            .map(it -> it.content(staff, words))
            .toList());
    return "shell/home";
  }

  @GetMapping("/search")
  String search(Model model) {
    model.addAttribute("query", "");
    model.addAttribute("found", List.of());
    return "shell/search";
  }

  /// What was typed may be a resident's number or name: it is posted, so that it stands in no URL,
  /// no history and no log.
  @PostMapping("/search")
  String search(@RequestParam(defaultValue = "") String q, Staff staff, Words words, Model model) {
    var text = q.strip();
    model.addAttribute("query", text);
    model.addAttribute("found", text.isEmpty() ? List.of() : found(cut(text), staff, words));
    return "shell/search";
  }

  @PostMapping("/language")
  String language(
      @RequestParam String language,
      @RequestParam(defaultValue = "/") String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    languages.setLocale(request, response, Locale.forLanguageTag(language));
    return "redirect:" + OwnPath.of(back).orElse("/");
  }

  private List<SearchSource.Found> found(String text, Staff staff, Words words) {
    return sources.stream()
        .map(it ->
            new SearchSource.Found(words.of(it.label()), it.search(text, staff, words, MOST_HITS)))
        .filter(it -> !it.hits().isEmpty())
        .toList();
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST_QUERY));
  }
}
