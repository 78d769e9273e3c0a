package org.heyi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The other plans' demonstrations, each from an empty directory: its village doctor has sent
/// referrals and its referral clerk has some to review. 南阳's plan is a template; its first county
/// plays.
@BrowserStory
@Tag("large")
class CommunitiesTests {

  @ParameterizedTest
  @ValueSource(strings = {"wafangdian", "taicang", "linyi", "nanyang"})
  void everyPlanHasADemonstration(String community, @TempDir Path folder) {
    try (var heyi =
            RunningHeyi.start(folder.resolve("data"), "--heyi.demo.community=" + community);
        var chromium = Chromium.launch()) {
      var row = "main tbody tr";
      assertThat(shown(row, chromium, heyi, "village1", "/referrals/sent")).isPositive();
      assertThat(shown(row, chromium, heyi, "referral1", "/referrals/inbox")).isPositive();
      var clinic = "main a[href^='/clinics/']";
      assertThat(shown(clinic, chromium, heyi, "doctor1", "/my-clinics")).isPositive();
    }
  }

  private static int shown(
      String what, Chromium chromium, RunningHeyi heyi, String login, String path) {
    try (var visitor = new Visitor(chromium, heyi.address(), 1280, "zh-CN")) {
      visitor.signIn(DemoPerson.of(heyi.data(), login));
      visitor.open(path);
      return visitor.page().locator(what).count();
    }
  }
}
