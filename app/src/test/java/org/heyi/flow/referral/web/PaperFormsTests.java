package org.heyi.flow.referral.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.heyi.HeyiTest;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shell.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/// Each area prints its own form, and what its pack does not say is as everywhere.
@HeyiTest
class PaperFormsTests {

  @Autowired private PaperForms forms;
  @Autowired private MessageSource messages;

  private PaperForm of(String sender) {
    return forms.of(InstitutionId.of(sender), new Words(messages, Locale.SIMPLIFIED_CHINESE));
  }

  @ParameterizedTest
  @CsvSource({
    "ninghe-yuelong-v01, 天津市宁河区总医院",
    "wafangdian-liguan, 瓦房店市紧密型医共体",
    "taicang-liuhe, 太仓市医疗卫生共同体"
  })
  void theFormGoesOutUnderTheNameOfTheCommunity(String sender, String letterhead) {
    assertThat(of(sender).letterhead()).isEqualTo(letterhead);
  }

  @Test
  void theOrderOfItsPartsIsTheAreas() {
    assertThat(of("wafangdian-liguan").blocks())
        .containsExactly("out", "visit", "feedback", "course", "stub");
    assertThat(of("wafangdian-liguan").remarks()).singleElement().asString().contains("回转单");
  }

  @Test
  void whereThePackIsSilentTheFormIsTheUsualOne() {
    assertThat(of("ninghe-yuelong-v01").blocks()).isEqualTo(PaperForm.ALL_BLOCKS);
    assertThat(of("ninghe-yuelong-v01").title()).isEmpty();
    assertThat(of("ninghe-yuelong-v01").remarks()).isEmpty();
  }
}
