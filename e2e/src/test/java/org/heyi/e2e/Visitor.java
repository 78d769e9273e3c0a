package org.heyi.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Somebody at a browser of a certain width and language.
final class Visitor implements AutoCloseable {

  private static final int HEIGHT = 900;
  private static final int REDIRECTED = 302;

  /// A query without which the page is not there.
  private static final Pattern NEEDED = Pattern.compile("[?]resident=");

  /// What a browser keeps and does not show.
  private static final Pattern DOWNLOAD =
      Pattern.compile("/(parts|template|marked|export|openapi)$|[.]pdf$");

  private final String address;
  private final BrowserContext context;
  private final boolean javaScript;
  private final Page page;

  Visitor(Chromium chromium, String address, int width, String language) {
    this(chromium, address, width, language, true);
  }

  private Visitor(
      Chromium chromium, String address, int width, String language, boolean javaScript) {
    this.address = address;
    this.javaScript = javaScript;
    this.context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(width, HEIGHT)
                    .setJavaScriptEnabled(javaScript)
                    .setLocale(language));
    context.addCookies(List.of(new Cookie("heyi-language", language).setUrl(address)));
    this.page = context.newPage();
  }

  static Visitor withoutJavaScript(Chromium chromium, String address, int width, String language) {
    return new Visitor(chromium, address, width, language, false);
  }

  Page page() {
    return page;
  }

  /// Signs in as a demonstration account, by the form, with the code that the demonstration shows
  /// where one is asked for.
  void signIn(DemoPerson person) {
    typePassword(person, person.phone() == null ? "/" : "/sign-in/code");
    if (person.phone() != null) {
      while (!typeCode(page.locator("#demo-code").innerText())) {
        // Somebody signed in with this code just now, and each counts once.
        page.waitForTimeout((double) Phone.millisToNextStep());
        open("/sign-in/code");
      }
    }
    page.waitForURL(address + "/");
  }

  /// The first step, as far as the page that follows.
  void typePassword(DemoPerson person, String next) {
    open("/sign-in");
    page.fill("#login", person.login());
    page.fill("#password", person.password());
    page.press("#password", "Enter");
    page.waitForURL(address + next);
  }

  /// The second step.
  ///
  /// @return whether it was the right one
  boolean typeCode(String code) {
    page.fill("#code", code);
    var answer =
        page.waitForResponse(
            it -> it.request().method().equals("POST"), () -> page.press("#code", "Enter"));
    page.waitForLoadState();
    return answer.status() == REDIRECTED;
  }

  /// @return the status of the answer
  int open(String path) {
    return page.navigate(address + path).status();
  }

  /// Ticks the first that fits.
  void tick(String selector) {
    act(page.locator(selector).first(), "Space");
  }

  /// Pushes the last that fits: where a form has two buttons, the plain one.
  void push(String selector) {
    act(page.locator(selector).last(), "Enter");
    page.waitForLoadState();
  }

  /// Without JavaScript Playwright cannot tell whether a thing has come to rest and may be clicked.
  private void act(Locator what, String key) {
    if (javaScript) {
      what.click();
    } else {
      what.press(key);
    }
  }

  /// The paths of the menu, as this person sees it.
  List<String> menu() {
    return page.locator("aside nav a.nav-link").all().stream()
        .map(it -> it.getAttribute("href"))
        .toList();
  }

  /// Where the links of the page lead within Heyi, without filters and orders.
  List<String> links() {
    return page.locator("a[href^='/']:not([download])").all().stream()
        .map(it -> it.getAttribute("href").replaceFirst("#.*", ""))
        .map(it -> NEEDED.matcher(it).find() ? it : it.replaceFirst("[?].*", ""))
        .filter(it -> !it.contains("/files/") && !DOWNLOAD.matcher(it).find())
        .distinct()
        .toList();
  }

  boolean scrollsSideways() {
    return (Boolean)
        page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth");
  }

  /// What axe finds wrong with the page, said in short.
  List<String> flaws() {
    return new AxeBuilder(page).analyze().getViolations().stream().map(Visitor::said).toList();
  }

  void shoot(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  private static String said(Rule rule) {
    return rule.getId() + ": " + rule.getNodes().getFirst().getHtml();
  }

  @Override
  public void close() {
    Evidence.keep(page);
    context.close();
  }
}
