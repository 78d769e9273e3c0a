package org.heyi.platform.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestBrowser;
import org.heyi.TestStaff;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The pages of versions, as an administrator presses them.
@HeyiTest
class RevisionPagesTests {

  private static final String TODAY = "2026-11-23";

  @Autowired MockMvcTester http;
  @Autowired Revisions revisions;

  private Staff area(String name) {
    var stranger = TestStaff.with("system-admin", "ninghe-weijianwei");
    var first = sent(name, PackFiles.ninghe(name, 1, 15), UUID.randomUUID(), stranger);
    assertThat(apply(led(first), TODAY, UUID.randomUUID(), stranger)).hasStatus3xxRedirection();
    return TestStaff.with("system-admin", name + "-weijianwei");
  }

  private MvcTestResult sent(String name, String text, UUID key, Staff by) {
    return http.post()
        .uri("/policy-versions")
        .multipart()
        .file(
            new MockMultipartFile(
                "file", name + ".yaml", "application/yaml", PackFiles.bytes(text)))
        .param("key", key.toString())
        .accept("text/html")
        .header("Accept-Language", "zh-CN")
        .with(TestStaff.signedIn(by))
        .exchange();
  }

  private MvcTestResult apply(String path, String from, UUID key, Staff by) {
    return http.post()
        .uri(path + "/apply")
        .param("key", key.toString())
        .param("from", from)
        .accept("text/html")
        .header("Accept-Language", "zh-CN")
        .with(TestStaff.signedIn(by))
        .exchange();
  }

  private String page(String path, String language, Staff by) {
    var answer =
        http.get()
            .uri(path)
            .accept("text/html", "*/*")
            .header("Accept-Language", language)
            .with(TestStaff.signedIn(by))
            .exchange();
    assertThat(answer).as(path).hasStatusOk();
    return TestBrowser.text(answer);
  }

  private static String led(MvcTestResult result) {
    return Objects.requireNonNull(result.getResponse().getRedirectedUrl());
  }

  @Test
  @Satisfies("AGR-19")
  void aVersionIsUploadedComparedAndPutIntoForce() {
    var by = area("leafa");
    var text =
        PackFiles.ninghe("leafa", 2, 40)
            .replace(
                "  - {id: leafa-yuelong,",
                "  - {id: leafa-new, name: 新设支援单位, kind: external_support_body, source: house}\n  - {id: leafa-yuelong,");
    var key = UUID.randomUUID();
    var sent = sent("leafa", text, key, by);
    var path = led(sent);

    assertThat(led(sent("leafa", text, key, by))).isEqualTo(path);
    assertThat(page(path, "zh-CN", by))
        .contains("待定", "对照现行第 1 版，新版本为第 2 版", "政策参数", "15 分钟（非方案规定）", "40 分钟（非方案规定）")
        .contains("机构", "新增 1，删除 0，变更 0", "新设支援单位（leafa-new）");
    assertThat(page(path, "en", by))
        .contains("parameters", "15 min (not from the plan)", "1 added, 0 removed");
    assertThat(apply(path, "2026-01-01", UUID.randomUUID(), by))
        .hasStatus(422)
        .bodyText()
        .contains("生效日期不能早于今天");
    assertThat(apply(path, TODAY, UUID.randomUUID(), by)).hasRedirectedUrl(path);

    var doctor = TestStaff.with("village-doctor", "leafa-yuelong");
    assertThat(page("/policy-versions?area=leafa", "zh-CN", doctor))
        .contains("第 2 版", "现行", "由测试 system-admin上传", "第 1 版")
        .doesNotContain("上传新版本", "上传记录");
    assertThat(page("/policy-versions", "zh-CN", by)).contains("leafa.yaml 第 2 版", "已生效");
    assertThat(page("/policy-versions/leafa/1/text", "zh-CN", doctor)).contains("version: 1");
    assertThat(page(path + "/text", "zh-CN", by)).contains("leafa-new");
  }

  @Test
  void faultsAreShownWithTheirPlaceAndNothingIsKept() {
    var by = area("leafb");
    var bad = PackFiles.ninghe("leafb", 2, 40).replace("form: tight_county", "form: loose_bag");
    var before = revisions.list(by).size();

    var answer = sent("leafb", bad, UUID.randomUUID(), by);

    assertThat(answer).hasStatus(422);
    assertThat(TestBrowser.text(answer)).contains("leafb.yaml:", "loose_bag", "不在可选范围内");
    assertThat(revisions.list(by)).hasSize(before);
    assertThat(sent("leafb", "a: &b [1]\nc: *b\n", UUID.randomUUID(), by)).hasStatus(422);
    assertThat(sent("leafb", "[".repeat(500), UUID.randomUUID(), by)).hasStatus(422);
  }

  /// Somebody else was quicker: the page says so and offers no way to go on but anew.
  @Test
  void whoWasOvertakenIsTold() {
    var by = area("leafc");
    var slow = led(sent("leafc", PackFiles.ninghe("leafc", 2, 40), UUID.randomUUID(), by));
    var quick = led(sent("leafc", PackFiles.ninghe("leafc", 2, 50), UUID.randomUUID(), by));
    assertThat(apply(quick, TODAY, UUID.randomUUID(), by)).hasStatus3xxRedirection();

    assertThat(page(slow, "zh-CN", by)).contains("对照版本已过时").doesNotContain("从这一天起生效");
    assertThat(apply(slow, TODAY, UUID.randomUUID(), by)).hasStatus(409);
    assertThat(page(slow, "zh-CN", by)).contains("撤回");
  }
}
