package org.heyi.e2e;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The main story: a village doctor sends a resident to the lead hospital with the slot in the same
/// press, and sees every step until the hospital's answer. 宁河, on a phone and on a desk.
@BrowserStory
class ReferralStoryTests {

  private static Stage stage;

  @BeforeAll
  static void start() {
    stage = new Stage();
  }

  @AfterAll
  static void stop() {
    stage.close();
  }

  @ParameterizedTest
  @CsvSource({"zh-CN, 360", "en, 1280"})
  void aResidentIsReferredSeenAndAnswered(String language, int width) throws Exception {
    new ReferralStory(stage).play(language, width, _ -> {});
  }
}
