package org.heyi.e2e;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/// Takes one resident after another through the house, form by form, as village doctor, referral
/// office and desk. A form whose answer was lost is sent again as it was, once Heyi is back.
final class Writer {

  private static final Pattern SLOT = Pattern.compile("name=\"slot\" value=\"([0-9a-f-]{36})\"");
  private static final List<String> DEPARTMENTS =
      List.of("03.01", "03.02", "03.03", "03.04", "03.06", "03.07", "04.01", "04.03", "04.04");
  private static final int BREATH_MILLIS = 100;

  private final House house;
  private final Ledger ledger;
  private final SplittableRandom random;
  private final Terminal sender;
  private final Terminal clerk;
  private final Terminal desk;

  Writer(
      House house,
      Ledger ledger,
      SplittableRandom random,
      Terminal sender,
      Terminal clerk,
      Terminal desk) {
    this.house = house;
    this.ledger = ledger;
    this.random = random;
    this.sender = sender;
    this.clerk = clerk;
    this.desk = desk;
  }

  void write(BooleanSupplier more) throws InterruptedException {
    while (more.getAsBoolean()) {
      var referral = draft(register());
      int version = edit(referral, 1);
      var times = times(referral);
      var sent = send(referral, version, times);
      if (sent.isEmpty()) {
        continue;
      }
      step("claim", referral, clerk, "work " + referral + " CLAIMED 1", version + 1);
      step("release", referral, clerk, "work " + referral + " RELEASED 1", version + 1);
      step("claim", referral, clerk, "work " + referral + " CLAIMED 2", version + 1);
      step("accept", referral, clerk, fact(referral, version + 2, "ACCEPT"), version + 1);
      goOn(referral, version + 2);
    }
  }

  private String register() throws InterruptedException {
    var fields = new HashMap<String, String>();
    fields.put("name", Invented.name());
    fields.put("system", "ID_CARD");
    fields.put("number", Invented.idNumber());
    fields.put("phone", "19000001234");
    fields.put("residence", "household-here");
    fields.put("consent", "SELF");
    var at = insist(sender, "/residents", fields).orElseThrow();
    var id = at.replaceFirst(".*/residents/([0-9a-f-]{36}).*", "$1");
    ledger.acknowledged("register", "resident " + id);
    return id;
  }

  private String draft(String resident) throws InterruptedException {
    var fields = clinical("活动后胸痛三天");
    fields.put("resident", resident);
    var at = insist(sender, "/referrals", fields).orElseThrow();
    var referral = at.replaceFirst(".*/referrals/([0-9a-f-]{36})/.*", "$1");
    ledger.acknowledged("draft", fact(referral, 1, "START"));
    return referral;
  }

  /// @return the version afterwards
  private int edit(String referral, int version) throws InterruptedException {
    int now = version;
    for (int i = 0; i < 3; i++) {
      var fields = clinical("活动后胸痛三天，第" + i + "次补充");
      press("edit", referral, "clinical", sender, fields, now, fact(referral, now + 1, "EDIT"));
      now++;
    }
    var fields = new HashMap<String, String>();
    fields.put("department", "ninghe-yiyuan/" + DEPARTMENTS.get(random.nextInt(9)));
    fields.put("urgency", "urgent");
    fields.put("reason", "疑似不稳定型心绞痛，需专科检查");
    fields.put("consent", "true");
    fields.put("contactName", "测试家属");
    fields.put("contactPhone", "19000005678");
    press("address", referral, "destination", sender, fields, now, fact(referral, now + 1, "EDIT"));
    return now + 1;
  }

  private List<String> times(String referral) throws InterruptedException {
    while (true) {
      try {
        var page = sender.open(house.now(), "/referrals/" + referral + "/slot");
        return SLOT.matcher(page).results().map(it -> it.group(1)).toList();
      } catch (IOException down) {
        TimeUnit.MILLISECONDS.sleep(BREATH_MILLIS);
      }
    }
  }

  /// Of the times seen, others may take some meanwhile: then the next one is tried.
  private Optional<String> send(String referral, int version, List<String> times)
      throws InterruptedException {
    int first = random.nextInt(Math.max(1, times.size() / 2));
    for (var time : times.subList(Math.min(first, times.size()), times.size())) {
      var fields = form(version);
      fields.put("slot", time);
      var sent = insist(sender, "/referrals/" + referral + "/send", fields);
      if (sent.isPresent()) {
        ledger.acknowledged("send", fact(referral, version + 1, "SEND"));
        return sent;
      }
    }
    return Optional.empty();
  }

  /// Some residents come today, some referrals are taken back, the others wait.
  private void goOn(String referral, int version) throws InterruptedException {
    switch (random.nextInt(3)) {
      case 0 -> {
        var arrived = insist(desk, "/referrals/" + referral + "/arrive", form(version));
        arrived.ifPresent(
            _ -> ledger.acknowledged("arrive", fact(referral, version + 1, "ARRIVE")));
      }
      case 1 -> {
        var why = Map.of("why", "患者家属要求改期就诊");
        var fact = fact(referral, version + 1, "WITHDRAW");
        press("withdraw", referral, "withdraw", sender, why, version, fact);
      }
      default -> {}
    }
  }

  private void step(String kind, String referral, Terminal by, String fact, int version)
      throws InterruptedException {
    press(kind, referral, kind, by, Map.of(), version, fact);
  }

  private void press(
      String kind,
      String referral,
      String path,
      Terminal by,
      Map<String, String> fields,
      int version,
      String fact)
      throws InterruptedException {
    var form = form(version);
    form.putAll(fields);
    if (insist(by, "/referrals/" + referral + "/" + path, form).isEmpty()) {
      throw new IllegalStateException(kind + " was refused: " + referral);
    }
    ledger.acknowledged(kind, fact);
  }

  private static Map<String, String> clinical(String complaint) {
    var fields = new HashMap<String, String>();
    fields.put("complaint", complaint);
    fields.put("systolic", "152");
    fields.put("diastolic", "92");
    fields.put("noAllergies", "true");
    fields.put("medicines", "硝酸甘油片");
    fields.put("diagnosisText", "I20.0");
    return fields;
  }

  private static Map<String, String> form(int version) {
    var fields = new HashMap<String, String>();
    fields.put("version", String.valueOf(version));
    return fields;
  }

  private static String fact(String referral, int version, String action) {
    return "step " + referral + " " + version + " " + action;
  }

  /// Sends the form until there is an answer.
  ///
  /// @return where the answer leads; empty when Heyi refused
  private Optional<String> insist(Terminal by, String path, Map<String, String> form)
      throws InterruptedException {
    var whole = new HashMap<>(form);
    whole.put("key", UUID.randomUUID().toString());
    while (true) {
      try {
        return led(attempt(by, path, whole), path);
      } catch (ConnectException down) {
        ledger.neverLeft();
        TimeUnit.MILLISECONDS.sleep(BREATH_MILLIS);
      } catch (Terminal.Unavailable said) {
        ledger.unavailable(said.code());
        TimeUnit.MILLISECONDS.sleep(BREATH_MILLIS);
      } catch (IOException lost) {
        ledger.answerLost();
        TimeUnit.MILLISECONDS.sleep(BREATH_MILLIS);
      }
    }
  }

  private HttpResponse<String> attempt(Terminal by, String path, Map<String, String> form)
      throws IOException, InterruptedException {
    var heyi = house.now();
    ledger.begins();
    var began = System.nanoTime();
    try {
      return by.send(heyi, path, form);
    } finally {
      ledger.ends(Duration.ofNanos(System.nanoTime() - began));
    }
  }

  private Optional<String> led(HttpResponse<String> answer, String path) {
    var to = answer.headers().firstValue("Location").map(it -> URI.create(it).getPath());
    if (answer.statusCode() / 100 == 3 && !to.orElse("").startsWith("/sign-in")) {
      return to;
    }
    if (answer.statusCode() != 409 && answer.statusCode() != 422) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " to " + to);
    }
    ledger.refused();
    return Optional.empty();
  }
}
