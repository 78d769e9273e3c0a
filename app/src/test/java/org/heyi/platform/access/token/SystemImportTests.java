package org.heyi.platform.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.heyi.HeyiTest;
import org.heyi.TestBrowser;
import org.heyi.TestResidents;
import org.heyi.platform.access.Accounts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A hospital's HIS sends a list with its token, under the duties of its account.
@HeyiTest
class SystemImportTests {

  @Autowired MockMvcTester http;
  @Autowired Accounts accounts;

  @Test
  void aSystemSendsAFileLooksAtItAndHasItWritten() {
    var token = TestSystem.open(http, accounts).token("system/*.cruds");
    var file =
        "name,number,residence,consent\n"
                .replace("name", "姓名")
                .replace("number", "证件号码")
                .replace("residence", "常住类型")
                .replace("consent", "知情同意")
            + "王秀英,%s,household-here,SELF\n李建国,12,household-here,SELF\n"
                .formatted(TestResidents.number());

    var checked = json(send("/api/sheet/imports/residents", file, token));
    assertThat(checked.path("state").stringValue("")).isEqualTo("CHECKED");
    assertThat(checked.path("checked").path("fresh").intValue()).isEqualTo(1);
    var fault = checked.path("wrong").get(0);
    assertThat(fault.path("row").intValue()).isEqualTo(3);
    assertThat(fault.path("column").stringValue("")).isEqualTo("number");
    assertThat(fault.path("code").stringValue("")).isEqualTo("resident.id-length");

    var run = "/api/sheet/imports/residents/" + checked.path("id").stringValue("");
    assertThat(apply(run, "all", token)).hasStatus(422);
    assertThat(json(apply(run, "skip", token)).path("done").path("fresh").intValue()).isEqualTo(1);
    assertThat(
            json(send("/api/sheet/imports/residents", file, token))
                .path("checked")
                .path("unchanged")
                .intValue())
        .isEqualTo(1);
    assertThat(send("/api/sheet/imports/accounts", file, token)).hasStatus(403);
  }

  private MvcTestResult send(String path, String file, String token) {
    return http.post()
        .uri(path)
        .multipart()
        .file(
            new MockMultipartFile(
                "file", "list.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)))
        .header("Authorization", "Bearer " + token)
        .accept("application/json")
        .exchange();
  }

  private MvcTestResult apply(String run, String mode, String token) {
    return http.post()
        .uri(run + "/apply?mode=" + mode)
        .header("Authorization", "Bearer " + token)
        .accept("application/json")
        .exchange();
  }

  private static JsonNode json(MvcTestResult result) {
    assertThat(result).hasStatusOk();
    return new JsonMapper().readTree(TestBrowser.text(result));
  }
}
