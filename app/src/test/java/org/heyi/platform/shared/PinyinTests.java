package org.heyi.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTests {

  @ParameterizedTest
  @CsvSource({
    "宁河区医院, ninghequyiyuan nhqyy",
    "岳龙卫生院, yuelongweishengyuan ylwsy",
    "CT室, ctshi cs",
    "吕女士, lunushi lns",
    "第12村卫生室, di12cunweishengshi d1cwss",
    "高新区（娄东街道）, gaoxinquloudongjiedao gxqldjd",
  })
  void spellsWhatHasOneReading(String name, String keys) {
    assertThat(Pinyin.search(name)).isEqualTo(keys);
  }

  @ParameterizedTest
  @CsvSource({
    "单雄信, shanxiongxin sxx danxiongxin dxx",
    "曾国藩, zengguofan zgf cengguofan cgf",
    "仇英, qiuying qy chouying cy",
    "解缙, xiejin xj jiejin jj",
    "区中医院, ouzhongyiyuan ozyy quzhongyiyuan qzyy",
  })
  void readsANameAsSurnameAndAsWord(String name, String keys) {
    assertThat(Pinyin.search(name)).isEqualTo(keys);
  }

  @ParameterizedTest
  @CsvSource({"''", "·", "（）"})
  void nothingToSpellIsNothing(String text) {
    assertThat(Pinyin.search(text)).isEmpty();
  }
}
