package org.heyi.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.platform.shell.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/// A spoilt pack is refused whole, and every fault is named with its line and reason.
@HeyiTest
class BadPackTests {

  @Autowired ObjectProvider<PackSection> sections;
  @Autowired Packs packs;
  @Autowired PackStore store;
  @Autowired MessageSource messages;

  /// Area, the text that is spoilt, what stands there instead (`\n` is a line break), the reason
  /// expected, and words that the sentence must say. The fault must stand in the line of the text.
  @ParameterizedTest(name = "{0}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ninghe     | structure:                 #               | strukture:                 #               | pack.unknown-section | strukture
          ninghe     | trade_name: 天津市宁河区总医院               | trade_nam: 天津市宁河区总医院                | pack.unknown-key | trade_nam
          ninghe     | form: tight_county                         | form: tight_country                        | pack.unknown-word | tight_country
          ninghe     | form: tight_county                         | form: tight_county\\n    form: loose_county  | pack.duplicate-key | form
          ninghe     | {institution: ninghe-fuji, role            | {institution: ninghe-fujj, role            | pack.unknown-reference | ninghe-fujj
          ninghe     | {id: ninghe-fuji, name                     | {id: ninghe-jikong, name                   | pack.duplicate-id | ninghe-jikong
          ninghe     | {id: ninghe-fuji, name                     | {id: taicang-fuji, name                    | pack.foreign-id | taicang-fuji
          ninghe     | {id: ninghe-fuji, name                     | {id: Ninghe_Fuji, name                     | pack.not-an-id | Ninghe_Fuji
          ninghe     | name: 桥北卫生院, kind                       | name: 区中医院, kind                        | directory.duplicate-name | 区中医院
          ninghe     | note: 中医药技术支持, clause: "§五"           | note: 中医药技术支持, clause: "§五十"          | pack.unknown-clause | §五十
          ninghe     | note: 中医药技术支持, clause: "§五"           | note: 中医药技术支持                          | pack.no-source | clause
          ninghe     | note: 中医药技术支持, clause: "§五"           | note: 中医药技术支持, clause: "§五", source: house | pack.two-sources | source: house
          ninghe     | note: 中医药技术支持, clause                  | note: 中医药技术支持, code: 91350100M000100Y44, clause | directory.wrong-credit-code | 91350100M000100Y44
          ninghe     | note: 中医药技术支持, clause                  | note: 中医药技术支持, since: 2024-01-01, until: 2023-01-01, clause | pack.ends-before-it-begins | 2023-01-01
          ninghe     | note: 中医药技术支持, clause                  | note: 中医药技术支持, managed_by: ninghe-yiyuan, clause | directory.manager-not-for-this-kind | tcm_hospital
          ninghe     | {value: 2023-07-01, unit: date             | {value: 2023-02-30, unit: date             | pack.not-a-date | 2023-02-30
          ninghe     | version: 1                                 | version: one                               | pack.not-whole | one
          ninghe     | draft: true                                | draft: perhaps                             | pack.not-a-flag | perhaps
          ninghe     | count: 10, clause: "§五"}                   | count: 11, clause: "§五"}                   | community.count-differs | 11
          ninghe     | ninghe-banqiao: 12}                        | ninghe-banqiao: 13}                        | directory.split-does-not-sum | 125
          ninghe     | {institution: ninghe-fuji, role            | {institution: ninghe-yiyuan, role          | community.two-roles | ninghe-yiyuan
          ninghe     | {institution: ninghe-fuji, role            | {institution: ninghe-caizheng, role        | community.no-member-of-this-kind | government_department
          ninghe     | slot-hold-minutes: {value: 15, unit: minutes | slot-hold-minutes: {value: 15, unit: hours | pack.wrong-unit | minutes
          ninghe     | slot-hold-minutes: {value: 15              | slot-hold-minuts: {value: 15               | pack.unknown-parameter | slot-hold-minuts
          ninghe     | slot-hold-minutes: {value: 15              | slot-hold-minutes: {value: many            | pack.not-whole | many
          ninghe     | catalogue-tiers: {value: [county           | bed-entitled: {value: [county              | pack.wrong-group | P-07
          ninghe     | P-10: {silent: true}                       | P-31: {silent: true}                       | pack.unknown-parameter | P-31
          ninghe     | P-10: {silent: true}                       | P-10: {silent: true, says: 有}              | pack.silent-and-says | P-10
          ninghe     | {emergency: 1, urgent: 4, routine: 24}     | {emergency: 1, urgent: 40, routine: 24}    | pack.urgency-upside-down | routine
          ninghe     | id: ninghe-zongyiyuan                      | id: *there                                 | pack.syntax | there
          taicang    | reserved-share: {value: 50                 | reserved-share: {value: 150                | pack.out-of-range | 150
          taicang    | members: [taicang-shaxi, taicang-shuangfeng | members: [taicang-shaxi, taicang-liuhe, taicang-shuangfeng | community.in-two-grids | taicang-east
          taicang    | lead: taicang-zhongyi                      | lead: taicang-ruijin                       | community.grid-lead-does-not-lead | taicang-ruijin
          taicang    | {institution: taicang-zhongyi, role: joint_lead | {institution: taicang-zhongyi, role: member | community.one-joint-lead | taicang-yigongti
          linyi      | district: 罗庄区, town: 傅庄                  | district: 罗庄, town: 傅庄                    | directory.unknown-district | 罗庄
          nanyang    | short: 示例甲县                              | shirt: 示例甲县                               | pack.unknown-key | shirt
          nanyang    | name: 示例乙县（合成）                         | name: 示例乙县                                | pack.not-marked-synthetic | 示例乙县
          """)
  void isRefusedWithLineAndReason(
      String area, String good, String bad, String reason, String sentence) {
    var text = PackFixture.text(area);
    assertThat(text).contains(good);
    var spoilt =
        text.replaceFirst(
            Pattern.quote(good),
            java.util.regex.Matcher.quoteReplacement(bad.replace("\\n", "\n")));

    var read = reader().read(new PackFile(area + ".yaml", spoilt));

    assertThat(read.packs()).isEmpty();
    var fault = read.faults().stream().filter(it -> it.problem().code().equals(reason)).findFirst();
    assertThat(fault).as("%s among %s", reason, read.faults()).isPresent();
    assertThat(said(fault.get(), Locale.SIMPLIFIED_CHINESE)).contains(sentence);
    assertThat(said(fault.get(), Locale.ENGLISH)).contains(sentence);
    assertThat(fault.get().file()).isEqualTo(area + ".yaml");
    assertThat(fault.get().line()).isBetween(lineOf(text, good) - 4, lineOf(text, good) + 1);
    assertThat(fault.get().column()).isPositive();
  }

  /// A clinic cannot be managed by two centres at a time (GOV-09), one after the other it can.
  @Test
  @Satisfies("GOV-09")
  void aClinicHasOneManagerAtATime() {
    assertThat(faultsOfClinic("managed_by: [ninghe-lutai, ninghe-qiaobei]"))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.problem().code()).isEqualTo("directory.two-managers");
          assertThat(it.line()).isEqualTo(clinicLine());
        });
    assertThat(faultsOfClinic(""))
        .anySatisfy(it -> assertThat(it.problem().code()).isEqualTo("directory.manager-missing"));
    assertThat(
            faultsOfClinic(
                """
                managed_by: [{institution: ninghe-lutai, until: 2024-01-01, clause: "§五"}, \
                {institution: ninghe-qiaobei, since: 2024-01-01, clause: "§五"}]\
                """))
        .isEmpty();
  }

  private List<PackReading.Fault> faultsOfClinic(String managedBy) {
    var spoilt =
        PackFixture.text("ninghe")
            .replace(
                "institutions:              # [directory]\n",
                """
                institutions:
                  - {id: ninghe-a-clinic, name: 甲村卫生室, kind: village_clinic, clause: "§五"%s}
                """
                    .formatted(managedBy.isEmpty() ? "" : ", " + managedBy))
            .replace("of: clinics, count: 124", "of: clinics, count: 125")
            .replace("kinds: [village_clinic], count: 124", "kinds: [village_clinic], count: 125");
    return reader().read(new PackFile("ninghe.yaml", spoilt)).faults();
  }

  private int clinicLine() {
    return lineOf(PackFixture.text("ninghe"), "institutions:              # [directory]") + 1;
  }

  /// All faults at once, not only the first; and nothing of the pack is applied.
  @Test
  void allFaultsAreToldAndNothingIsApplied() {
    var before = store.loaded();
    var spoilt =
        PackFixture.text("ninghe")
            .replace("version: 1", "version: 2")
            .replace("form: tight_county\n", "form: tight_country\n")
            .replace(
                "slot-hold-minutes: {value: 15, unit: minutes",
                "slot-hold-minutes: {value: 15, unit: hours")
            .replace("{institution: ninghe-fuji, role", "{institution: ninghe-fujj, role")
            .replace("P-10: {silent: true}", "");

    var outcome = packs.load(List.of(new PackFile("ninghe.yaml", spoilt)));

    assertThat(outcome.applied()).isZero();
    assertThat(outcome.faults())
        .extracting(it -> it.problem().code())
        .contains(
            "pack.unknown-word",
            "pack.wrong-unit",
            "pack.unknown-reference",
            "pack.missing-parameter");
    assertThat(store.loaded()).isEqualTo(before);
  }

  @Test
  void changedContentNeedsAHigherVersion() {
    var changed =
        PackFixture.text("ninghe")
            .replace("name_en: \"Ninghe District", "name_en: \"The Ninghe District");

    var outcome = packs.load(List.of(new PackFile("ninghe.yaml", changed)));

    assertThat(outcome.applied()).isZero();
    assertThat(outcome.faults())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.problem()).isEqualTo(PackProblem.VERSION_NOT_RAISED);
          assertThat(it.line()).isEqualTo(lineOf(changed, "version: 1"));
        });
  }

  @Test
  void aHostileFileIsRefusedQuickly() {
    var bomb =
        """
        a: &a [x, x, x, x, x, x, x, x, x]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
        d: [*c, *c, *c, *c, *c, *c, *c, *c, *c]
        """;
    var typed = "area: !!javax.script.ScriptEngineManager []";
    var deep = "area: " + "[".repeat(200) + "]".repeat(200);
    var long1 = "area: " + "x".repeat(1_000_001);
    for (var text : List.of(bomb, typed, deep, long1, "", "- a\n---\n- b", "\u0000", "area: [")) {
      var read = reader().read(new PackFile("bad.yaml", text));

      assertThat(read.packs()).isEmpty();
      assertThat(read.faults()).isNotEmpty();
    }
  }

  private String said(PackReading.Fault fault, Locale locale) {
    return new Words(messages, locale).of(fault.problem(), fault.args().toArray());
  }

  private static int lineOf(String text, String part) {
    return 1 + (int) text.substring(0, text.indexOf(part)).chars().filter(it -> it == '\n').count();
  }

  private PackReader reader() {
    return new PackReader(sections.orderedStream().toList());
  }
}
