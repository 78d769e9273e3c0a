package org.heyi.e2e;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Somebody who follows the menu and then every kind of link, and says what is wrong with each
/// page.
final class Walk {

  private static final Path PICTURES = Path.of("target/pictures");
  private static final Pattern ID =
      Pattern.compile(
          "(?<=/)([0-9a-f]{8}-[0-9a-f-]{27}|P-\\d+|(?<=/(institutions|consortia|policy|area|jurisdictions|referral-offices|governance)/)[^/]+"
              + "|(?<=/structure-checks/)[^/]+/[^/]+|(?<=/(siting|sites|settlements)/)[^/?]+)");
  private static final Pattern WORD_KEY =
      Pattern.compile(
          "\\b(access|audit|capacity|community|demo|directory|figures?|file|job|notice|operation|policy"
              + "|finding|governance|siting|office|coverage|print|revision|tie|referral|resident|role|sheet|shell|work)\\.[a-z][a-z0-9.-]+");
  private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z]{3,}_[A-Z_]+\\b");

  /// A returned referral leads to the pages where it is edited.
  private static final Map<String, Integer> OFTEN =
      Map.of("/referrals/{id}", 3, "/referrals/sent", 2);

  private final Visitor visitor;
  private final String who;
  private final String how;
  private final Set<String> opened;
  private final Map<String, Integer> kinds;
  private final List<String> flaws = new ArrayList<>();

  /// @param opened kinds of pages that need not be opened any more; grows
  Walk(Visitor visitor, String who, String how, Set<String> opened) {
    this.visitor = visitor;
    this.who = who;
    this.how = how;
    this.opened = opened;
    this.kinds = new HashMap<>();
  }

  /// A page without what tells it from others of its kind.
  static String kind(String path) {
    return ID.matcher(path.replaceFirst("[?].*", "")).replaceAll("{id}");
  }

  List<String> everywhere() {
    var seen = new HashSet<String>();
    var links = new ArrayDeque<>(visitor.menu());
    if (links.contains("/referrals/sent")) {
      links.addFirst("/referrals/sent?state=returned");
    }
    while (!links.isEmpty()) {
      var path = links.remove();
      var kind = kind(path);
      if (seen.add(path) && !opened.contains(kind) && wanted(kind)) {
        look(path, kind);
        visitor.links().forEach(links::add);
      }
    }
    opened.addAll(kinds.keySet());
    return flaws;
  }

  private boolean wanted(String kind) {
    return kinds.merge(kind, 1, Integer::sum) <= OFTEN.getOrDefault(kind, 1);
  }

  private void look(String path, String kind) {
    int status = visitor.open(path);
    if (status >= 400) {
      flaw(path, "status " + status);
    }
    visitor.flaws().forEach(it -> flaw(path, it));
    var text = visitor.page().locator("body").innerText();
    WORD_KEY.matcher(text).results().forEach(it -> flaw(path, "raw word: " + it.group()));
    CONSTANT.matcher(text).results().forEach(it -> flaw(path, "raw name: " + it.group()));
    if (visitor.scrollsSideways()) {
      flaw(path, "scrolls sideways");
    }
    var name = kind.equals("/") ? "home" : kind.substring(1).replaceAll("[^a-z0-9]+", "-");
    var file = "page-%s-%s-%d-%s.png".formatted(name, how, kinds.get(kind), who);
    visitor.shoot(PICTURES.resolve(file));
  }

  private void flaw(String path, String what) {
    flaws.add("%s %s %s: %s".formatted(who, how, path, what));
  }
}
