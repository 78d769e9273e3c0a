package org.heyi.platform.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/// The languages of the house and whose turn it is: the reader's cookie, else the browser's wish,
/// else Chinese.
@Component("localeResolver")
class Languages implements LocaleResolver {

  static final List<Locale> ALL = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
  private static final String COOKIE = "heyi-language";
  private static final int ONE_YEAR_SECONDS = 365 * 24 * 3600;

  static Locale nearest(Locale wish) {
    return wish.getLanguage().equals(Locale.ENGLISH.getLanguage())
        ? Locale.ENGLISH
        : Locale.SIMPLIFIED_CHINESE;
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    var cookie = WebUtils.getCookie(request, COOKIE);
    if (cookie != null) {
      return nearest(Locale.forLanguageTag(cookie.getValue()));
    }
    var wished = request.getHeader("Accept-Language");
    return wished == null ? Locale.SIMPLIFIED_CHINESE : nearest(request.getLocale());
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    if (response == null || locale == null) {
      return;
    }
    var cookie = new Cookie(COOKIE, nearest(locale).toLanguageTag());
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setMaxAge(ONE_YEAR_SECONDS);
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
  }
}
