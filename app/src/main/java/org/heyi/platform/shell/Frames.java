package org.heyi.platform.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import org.heyi.platform.shared.Staff;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/// Builds the [Frame] and the [Words] of a request from what the rooms contribute.
@Component
class Frames {

  private final MessageSource messages;
  private final LocaleResolver languages;
  private final ObjectProvider<CurrentStaff> current;
  private final List<MenuEntry> menu;
  private final List<Badge> badges;
  private final List<Banner> banners;

  Frames(
      MessageSource messages,
      LocaleResolver languages,
      ObjectProvider<CurrentStaff> current,
      ObjectProvider<MenuEntry> menu,
      ObjectProvider<Badge> badges,
      ObjectProvider<Banner> banners) {
    this.messages = messages;
    this.languages = languages;
    this.current = current;
    this.menu = menu.stream().sorted(Comparator.comparingInt(MenuEntry::order)).toList();
    this.badges = badges.stream().toList();
    this.banners = banners.stream().toList();
  }

  Words words(HttpServletRequest request) {
    return new Words(messages, languages.resolveLocale(request));
  }

  Frame frame(HttpServletRequest request, Words words) {
    var staff = current.stream().flatMap(it -> it.of(request).stream()).findFirst().orElse(null);
    var path = path(request);
    var query = request.getQueryString();
    var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return new Frame(
        staff,
        current.stream().anyMatch(it -> it.isAnybody(request)),
        path,
        query == null ? path : path + "?" + query,
        staff == null ? List.of() : items(staff, path, words),
        banners.stream().map(it -> words.of(it.label())).toList(),
        csrf == null ? "" : csrf.getParameterName(),
        csrf == null ? "" : csrf.getToken());
  }

  /// The path the reader asked for, also on the error page.
  private static String path(HttpServletRequest request) {
    var asked = request.getAttribute("jakarta.servlet.error.request_uri");
    return asked == null ? request.getRequestURI() : asked.toString();
  }

  private List<Frame.MenuItem> items(Staff staff, String path, Words words) {
    return menu.stream()
        .filter(it -> it.shownTo(staff))
        .map(it ->
            new Frame.MenuItem(
                it.path(),
                words.of(it.label()),
                badge(it.path(), staff),
                path.equals(it.path()) || path.startsWith(it.path() + "/")))
        .toList();
  }

  private long badge(String path, Staff staff) {
    return badges.stream()
        .filter(it -> it.path().equals(path))
        .mapToLong(it -> it.count(staff))
        .sum();
  }
}
