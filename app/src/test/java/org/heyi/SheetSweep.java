package org.heyi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heyi.platform.sheet.ImportTrials;
import org.heyi.platform.sheet.RunId;

/// Marked values in sheets: read, found wrong, written, given back.
final class SheetSweep {

  private static final String PAGE = "/imports/residents";

  private final TestVisitor visitor;
  private final ImportTrials trials;
  private int requests;

  SheetSweep(TestVisitor visitor, ImportTrials trials) {
    this.visitor = visitor;
    this.trials = trials;
  }

  /// @return how many requests were made
  int send() {
    for (var content : List.of(Marked.NAME + "," + Marked.NUMBER, "PK\3\4" + Marked.NAME, "")) {
      upload(content.getBytes(UTF_8));
    }
    var run = run(upload(list().getBytes(UTF_8)));
    for (var part : List.of("", "/progress", "/marked")) {
      get(PAGE + "/runs/" + run + part);
    }
    post(PAGE + "/runs/" + run + "/apply", Map.of("mode", Marked.NAME, "key", key()));
    post(PAGE + "/runs/" + run + "/apply", Map.of("mode", "skip", "key", key()));
    trials.goOn(run);
    get(PAGE + "/runs/" + run);
    get(PAGE + "/runs/" + run + "/marked");
    return requests;
  }

  /// A right row, the same person again under another name, and rows that are wrong everywhere.
  private static String list() {
    return """
    姓名,证件号码,联系电话,现住址,常住类型,知情同意
    %1$s,%2$s,%3$s,%4$s,household-here,SELF
    %5$s,%2$s,%3$s,%4$s,household-here,SELF
    %1$s,%1$s,%1$s,%4$s,%1$s,%1$s
    %2$s,%3$s,%5$s,,,
    """
        .formatted(Marked.NAME, TestResidents.number(), Marked.PHONE, Marked.ADDRESS, Marked.LATIN);
  }

  private static RunId run(HttpResponse<String> answer) {
    var location = answer.headers().firstValue("Location").orElse("");
    assertThat(location).as(answer.body()).contains(PAGE + "/runs/");
    return RunId.of(location.substring(location.lastIndexOf('/') + 1));
  }

  private HttpResponse<String> upload(byte[] content) {
    get(PAGE);
    requests++;
    return visitor.upload(PAGE, Marked.NAME + ".csv", content, key());
  }

  private void get(String path) {
    requests++;
    visitor.get(path);
  }

  private void post(String path, Map<String, String> fields) {
    requests++;
    visitor.post(path, fields);
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }
}
