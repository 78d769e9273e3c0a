package org.heyi.bench.mix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heyi.bench.BigArea;
import org.heyi.bench.Browser;
import org.heyi.bench.Draft;
import org.heyi.bench.fhir.FhirDoor;

/// Everybody who asks a Heyi: people at browsers in which they have signed in, several of an
/// account, and the HIS of the hospital with its token.
final class Crowd implements AutoCloseable {

  private static final int BROWSERS_EACH = 6;
  private static final int MOVED_ON = 302;

  private static final List<String> OFFICE = List.of("referral1", "referral2");
  private static final List<String> READERS = List.of("referral1", "referral2", "doctor1");
  private static final List<String> SEARCHERS = List.of("village1", "village2", "family1");
  private static final List<String> WORKLISTS =
      List.of(
          "/referrals/inbox",
          "/referrals/inbox?page=2",
          "/referrals/inbox?urgency=urgent",
          "/referrals/inbox?q=%E7%8E%8B");
  private static final List<String> TYPED = List.of("王秀英", "李建国", "wangxiu", "zhang", "ljg");

  private final Material material;
  private final FhirDoor door;
  private final Map<String, List<Browser>> browsers = new HashMap<>();

  Crowd(String address, Material material, FhirDoor door) throws IOException, InterruptedException {
    this.material = material;
    this.door = door;
    var logins = new ArrayList<>(READERS);
    logins.addAll(SEARCHERS);
    for (var login : logins) {
      var its = new ArrayList<Browser>();
      for (int i = 0; i < BROWSERS_EACH; i++) {
        var browser = new Browser(address);
        browser.signIn(login, material.password(login));
        its.add(browser);
      }
      browsers.put(login, its);
    }
  }

  /// The number chooses the person and what is asked for.
  boolean ask(Kind kind, int number) throws IOException, InterruptedException {
    return switch (kind) {
      case WORKLIST -> found(any(OFFICE, number).get(of(WORKLISTS, number / 2)).statusCode());
      case SEARCH -> {
        var typed = Map.of("q", of(TYPED, number / 3));
        yield found(any(SEARCHERS, number).post("/residents/find", typed).statusCode());
      }
      case REFERRAL -> {
        var page = "/referrals/" + of(material.referrals(), number);
        yield found(any(READERS, number).get(page).statusCode());
      }
      case FHIR -> found(door.get("Patient/" + of(material.patients(), number)).statusCode());
      case SEND -> send(any(List.of(BigArea.DOCTOR), number));
    };
  }

  private boolean send(Browser browser) throws IOException, InterruptedException {
    var draft = material.draft();
    var fields =
        Map.of(
            "key", UUID.randomUUID().toString(),
            "version", Integer.toString(Draft.VERSION),
            "slot", material.place().first().toString());
    var answer = browser.post("/referrals/" + draft.id() + "/send", fields);
    var to = answer.headers().firstValue("Location").orElse("");
    return answer.statusCode() == MOVED_ON && to.contains(draft.id().toString());
  }

  private static boolean found(int status) {
    return status == 200;
  }

  private Browser any(List<String> logins, int number) {
    var its = browsers.getOrDefault(of(logins, number), List.of());
    return of(its, number / logins.size());
  }

  private static <T> T of(List<T> all, int number) {
    return all.get(number % all.size());
  }

  @Override
  public void close() {
    browsers.values().forEach(all -> all.forEach(Browser::close));
  }
}
