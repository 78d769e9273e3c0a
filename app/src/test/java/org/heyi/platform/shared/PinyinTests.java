package org.heyi.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTests {

  @ParameterizedTest
  @CsvSource({
    "宁河区医院, ninghequyiyuan, nhqyy",
    "岳龙卫生院, yuelongweishengyuan, ylwsy",
    "CT室, ctshi, cs",
    "吕女士, lunushi, lns",
    "第12村卫生室, di12cunweishengshi, d1cwss",
    "高新区（娄东街道）, gaoxinquloudongjiedao, gxqldjd",
  })
  void spellsNames(String name, String full, String initials) {
    assertThat(Pinyin.full(name)).isEqualTo(full);
    assertThat(Pinyin.initials(name)).isEqualTo(initials);
    assertThat(Pinyin.search(name)).isEqualTo(full + " " + initials);
  }

  @ParameterizedTest
  @CsvSource({"''", "·", "（）"})
  void nothingToSpellIsNothing(String text) {
    assertThat(Pinyin.search(text)).isEmpty();
  }
}
