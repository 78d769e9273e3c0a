package org.heyi.person.resident.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTests {

  /// A name of fifty characters as 2025's civil notices ask for.
  static final String FIFTY = "阿不都热合曼·买买提吐尔逊·伊斯坎达尔·艾合买提江·努尔麦麦提·玉素甫江·阿布都克里木·托合提如孜阿吉";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "张三",
        "䶮",
        "𠮷野家",
        "王\uE863",
        "李〇",
        "佐々木",
        "阿依古丽·买买提",
        "O'Brien-Smith",
        "José María",
        "\uD88C\uDC7A",
        "王芳之女2"
      })
  void takesEveryNameThatPeopleHave(String name) {
    assertThat(PersonName.of(name).value()).isEqualTo(name);
  }

  @Test
  void takesFiftyCharactersAndAHundred() {
    assertThat(FIFTY.codePointCount(0, FIFTY.length())).isGreaterThanOrEqualTo(49);
    assertThat(PersonName.of(FIFTY).value()).isEqualTo(FIFTY);
    assertThat(PersonName.of("𠮷".repeat(100)).value()).hasSize(200);
    assertThatThrownBy(() -> PersonName.of("𠮷".repeat(101)))
        .hasMessageContaining("resident.name-too-long");
  }

  @ParameterizedTest
  @CsvSource({
    "' 张　三 ', 张 三",
    "阿依古丽•买买提, 阿依古丽·买买提",
    "阿依古丽 ・ 买买提, 阿依古丽·买买提",
    "ＪＯＨＮ　ＳＭＩＴＨ, JOHN SMITH",
    "Jose\u0301, José",
    "⼀⽂, 一文"
  })
  void writesOneNameInOneWay(String written, String name) {
    assertThat(PersonName.of(written).value()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"张\u200B三", "张\u202E三", "张\u0000三", "\uFEFF张三", "张\uD842", "张\u3164三"})
  void invisibleCharactersAreNamedNotDroppedUnseen(String written) {
    assertThatThrownBy(() -> PersonName.of(written))
        .hasMessageContaining("resident.name-invisible");
    assertThat(PersonName.cleaned(written)).matches("张三?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"张三😀", "<b>张三</b>", "张三; drop", "张\uFFFD三", "张?三", "⿰王三"})
  void refusesWhatIsNoLetter(String written) {
    assertThatThrownBy(() -> PersonName.of(written))
        .hasMessageContaining("resident.name-character");
  }

  @Test
  void comparesNamesWithoutTheirPunctuation() {
    assertThat(PersonName.of("阿依古丽·买买提").sameAs(PersonName.of("阿依古丽买买提"))).isTrue();
    assertThat(PersonName.of("John Smith").sameAs(PersonName.of("JOHN SMITH"))).isTrue();
    assertThat(PersonName.of("张三").sameAs(PersonName.of("张王"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "张三, zhangsan zs",
    "单雄信, shanxiongxin sxx danxiongxin dxx",
    "仇英, qiuying qy chouying cy",
    "曾国藩, zengguofan zgf",
    "解缙, xiejin xj",
    "阿依古丽·买买提, ayigulimaimaiti ayglmmt",
    "John Smith, johnsmith js",
    "José María, josemaria jm"
  })
  void isSpeltAsSurnameAndAsWord(String name, String keys) {
    assertThat(Spelling.of(PersonName.of(name), "")).contains(keys.split(" "));
  }

  @Test
  void takesACodeOfOnesOwn() {
    assertThat(Spelling.of(PersonName.of("䶮"), "Long 1")).contains("long1");
  }

  @Test
  void aCharacterNobodyCanReadLeavesTheRest() {
    assertThat(Spelling.of(PersonName.of("张𫟼"), "")).anyMatch(it -> it.startsWith("zhang"));
    assertThat(Spelling.of(PersonName.of("\uE863"), "")).isEmpty();
  }

  @Test
  void noNameLeaksIntoALogLine() {
    assertThat(PersonName.of("张三").toString()).doesNotContain("张");
  }
}
