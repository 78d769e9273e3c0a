package org.heyi.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.heyi.bench.Clients.Lap;
import org.heyi.bench.Recorder.Statement;

/// Worklist, referral, choice of time and search with 200,000 residents and a million slots: how
/// long a page takes for 4 clients at once, beside the page's own queries over JDBC.
final class PagesBench {

  private static final int CLIENTS = 4;
  private static final int ROUNDS = 2;
  private static final int REQUESTS = 150;
  private static final int WARM_UP = 60;
  private static final int PAGE_READY = 200;

  /// @param who signs in
  /// @param asked one page after the other
  private record Page(String name, String who, Asked asked) {}

  @FunctionalInterface
  private interface Asked {
    HttpResponse<String> ask(Browser browser, int number) throws IOException, InterruptedException;
  }

  private final RunningHeyi heyi;
  private final Figures figures;

  private PagesBench(RunningHeyi heyi, Figures figures) {
    this.heyi = heyi;
    this.figures = figures;
  }

  public static void main(String[] arguments) throws Exception {
    int people = Size.of(arguments, 0).people();
    var only = Size.text(arguments, "--only=");
    try (var heyi = RunningHeyi.start()) {
      BigArea.settle(heyi, people);
      var figures = new Figures("pages");
      figures.line(
          "%d residents, %d slots, %d referrals, %d open work items; %d clients, %d requests a page",
          heyi.rows("resident.resident"),
          heyi.rows("capacity.slot"),
          heyi.rows("referral.referral"),
          heyi.rows("work.card_item"),
          CLIENTS,
          ROUNDS * REQUESTS);
      figures.line(
          "%-44s %7s %7s %7s %6s | %-18s %7s %7s %6s",
          "page (ms)", "p50", "p95", "p99", "errors", "its queries, JDBC", "p50", "p95", "ratio");
      var bench = new PagesBench(heyi, figures);
      for (var page : bench.pages()) {
        if (page.name().startsWith(only)) {
          bench.measure(page);
        }
      }
      figures.publish();
    }
  }

  private List<Page> pages() {
    var open = ids("state = 'SENT' and receiver = 'ninghe-yiyuan'");
    var drafts = ids("state = 'DRAFT' and author_name <> ''");
    var clerk = "referral1";
    var pages = new ArrayList<Page>();
    pages.add(get("inbox", clerk, "/referrals/inbox"));
    pages.add(get("inbox, 2nd page", clerk, "/referrals/inbox?page=2"));
    pages.add(get("inbox, 90th page", clerk, "/referrals/inbox?page=90"));
    pages.add(get("inbox, urgent", clerk, "/referrals/inbox?urgency=urgent"));
    pages.add(get("inbox, a department", clerk, "/referrals/inbox?department=03.04"));
    pages.add(get("inbox, by name", clerk, "/referrals/inbox?q=%E7%8E%8B"));
    pages.add(
        get(
            "inbox, by pinyin, sorted by resident",
            clerk,
            "/referrals/inbox?q=wang&sort=resident"));
    pages.add(each("referral, clerk", clerk, "/referrals/%s", open));
    pages.add(each("referral, physician", "doctor1", "/referrals/%s", open));
    pages.add(get("care, physician", "doctor1", "/referrals/care"));
    pages.add(get("desk of today", "desk1", "/referrals/desk"));
    pages.add(get("home, clerk", clerk, "/"));
    pages.add(get("sent, village doctor", BigArea.DOCTOR, "/referrals/sent"));
    pages.add(each("choice of destination", BigArea.DOCTOR, "/referrals/%s/destination", drafts));
    pages.add(each("choice of time", BigArea.DOCTOR, "/referrals/%s/slot", drafts));
    pages.add(find("find by name, village clinic", BigArea.DOCTOR, "王秀英", "李", "张建国"));
    pages.add(find("find by pinyin, village clinic", BigArea.DOCTOR, "wangxiu", "ljg", "zhang"));
    pages.add(find("find by name, health centre", "family1", "王秀英", "李", "张建国"));
    pages.add(find("find by pinyin, health centre", "family1", "wangxiu", "ljg", "zhang"));
    pages.add(find("find by phone, health centre", "family1", "1900001", "19000123", "190001"));
    pages.add(search("search box, name, village clinic", BigArea.DOCTOR, "王秀英", "李", "单"));
    pages.add(search("search box, name, health centre", "family1", "王秀英", "李", "张建国"));
    pages.add(search("search box, pinyin, health centre", "family1", "wangxiu", "zengx", "shan"));
    pages.add(search("search box, name, hospital", "referral1", "王秀英", "李", "张建国"));
    pages.add(search("search box, pinyin, hospital", "referral1", "wangxiu", "zengx", "shan"));
    pages.add(search("search box, phone, hospital", "referral1", "1900001", "19000123"));
    pages.add(search("search box, institution", "referral1", "卫生院", "quyiyuan", "ylwsy"));
    pages.add(search("search box, page or parameter", "referral1", "待办", "P-06", "haoyuan"));
    return pages;
  }

  private static Page get(String name, String who, String path) {
    return new Page(name, who, (browser, _) -> browser.get(path));
  }

  private static Page each(String name, String who, String path, List<UUID> ids) {
    return new Page(
        name, who, (browser, number) -> browser.get(path.formatted(ids.get(number % ids.size()))));
  }

  private static Page find(String name, String who, String... typed) {
    return new Page(
        name,
        who,
        (browser, number) ->
            browser.post("/residents/find", Map.of("q", typed[number % typed.length])));
  }

  private static Page search(String name, String who, String... typed) {
    return new Page(
        name,
        who,
        (browser, number) -> browser.post("/search", Map.of("q", typed[number % typed.length])));
  }

  private void measure(Page page) throws Exception {
    var browsers = new ArrayList<Browser>();
    for (int i = 0; i < CLIENTS; i++) {
      browsers.add(heyi.signedIn(page.who()));
    }
    try {
      ask(page, browsers, WARM_UP);
      var queries =
          heyi.recorder().of(() -> page.asked().ask(browsers.getFirst(), 0)).stream()
              .filter(Statement::reads)
              .toList();
      run(queries, WARM_UP);
      var pages = new ArrayList<Lap>();
      var bare = new ArrayList<Lap>();
      for (int round = 0; round < ROUNDS; round++) {
        pages.add(ask(page, browsers, REQUESTS));
        bare.add(run(queries, REQUESTS));
      }
      line(page, queries.size(), Lap.all(pages), Lap.all(bare));
    } finally {
      browsers.forEach(Browser::close);
    }
  }

  private Lap ask(Page page, List<Browser> browsers, int requests) throws Exception {
    var number = new AtomicInteger();
    return Clients.run(
        CLIENTS,
        () -> number.get() < requests,
        client ->
            page.asked().ask(browsers.get(client), number.getAndIncrement()).statusCode()
                == PAGE_READY);
  }

  /// The page's queries, one after the other on one connection.
  private Lap run(List<Statement> queries, int times) throws Exception {
    var number = new AtomicInteger();
    return Clients.run(CLIENTS, () -> number.getAndIncrement() < times, _ -> run(queries));
  }

  private boolean run(List<Statement> queries) throws SQLException {
    try (var connection = heyi.pool().getConnection()) {
      connection.setAutoCommit(false);
      for (var query : queries) {
        query.run(connection);
      }
      connection.commit();
      connection.setAutoCommit(true);
      return true;
    }
  }

  private void line(Page page, int queries, Lap ours, Lap bare) {
    System.out.println(page.name() + " measured");
    figures.line(
        "%-44s %7.1f %7.1f %7.1f %6d | %-18s %7.1f %7.1f %6.1f",
        page.name(),
        ours.millis(50),
        ours.millis(95),
        ours.millis(99),
        ours.refused(),
        queries + " queries",
        bare.millis(50),
        bare.millis(95),
        ours.millis(95) / bare.millis(95));
  }

  private List<UUID> ids(String where) {
    return heyi.sql()
        .sql("select id from referral.referral where " + where + " order by id limit 400")
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }
}
