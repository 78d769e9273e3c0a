package org.heyi.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.platform.shared.Problem;
import org.heyi.platform.shell.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
          ninghe     | version: 4                                 | version: three                               | pack.not-whole | three
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
          ninghe | id: ninghe | id: ninghf | pack.file-name | ninghf
          ninghe | name: 桥北卫生院, kind | kind | pack.missing-key | name
          ninghe | demo: {today: 2026-05-13} | demo: [today] | pack.not-a-map | ''
          ninghe | aliases: [区医院] | aliases: 区医院 | pack.not-a-list | ''
          ninghe | name: 桥北卫生院 | name: [桥北卫生院] | pack.not-text | ''
          ninghe | name: 桥北卫生院 | name: "" | pack.empty-text | ''
          ninghe | region: "120117" | region: "12A" | pack.wrong-shape | 12A
          ninghe | region: "120117" | region: "120117"\\n  belongs_to: {id: tianjin, name: 天津市, name_en: Tianjin, region: "130000", source: house} | pack.region-outside-city | 130000
          ninghe | region: "120117" | region: "120117"\\n  belongs_to: {id: tianjin, name: 天津市, region: "120000", source: house} | pack.missing-key | name_en
          linyi | region: "371300" | region: "371300"\\n  belongs_to: {id: shandong, name: 山东省, name_en: Shandong, source: house} | pack.city-in-a-city | belongs_to
          nanyang | region: "411300" | region: "411300"\\n  belongs_to: {id: henan, name: 河南省, name_en: Henan, source: house} | pack.unknown-key | belongs_to
          ninghe | {id: ninghe-fuji, name | {id: ninghe-fuji, village: 甲村, name | directory.village-not-for-this-kind | mch_institution
          ninghe | id_pattern: "{manager}-v{nn}" | id_pattern: "{manager}-v{nn}"\\n    village_pattern: "村" | pack.wrong-shape | 村
          ninghe | kinds: [town_hospital, township | kinds: [township_health_centre, township | pack.duplicate-value | township_health_centre
          ninghe | reserved-basis: {value: expert, unit: code | reserved-share: {value: 20, unit: percent | pack.share-of-nothing | reserved-basis
          ninghe | version: 4 | version: 4\\n  template: true | pack.template-without-counties | synthetic_counties
          ninghe | name: 桥北卫生院 | name: "<county>" | pack.blank-left | <county>
          ninghe | P-26: {silent: true} | P-26: {silent: true, values: {waivable-fees: {value: [registration], unit: codes, clause: "§五"}}} | pack.silent-with-clause | waivable-fees
          ninghe | {id: ninghe-fuji, name | {id: ninghe-jia, name: 甲, kind: mch_institution, code: 91110000802100433B, clause: "§五"}\\n  - {id: ninghe-fuji, code: 91110000802100433B, name | directory.duplicate-credit-code | 91110000802100433B
          ninghe | ninghe-banqiao: 12} | ninghe-yiyuan: 12} | directory.no-manager-of-clinics | ninghe-yiyuan
          taicang | {taicang-shaxi: 2, taicang-shuang | {taicang-liuhe: 2, taicang-shuang | directory.manager-in-two-blocks | taicang-liuhe
          ninghe | {id: ninghe-fuji, name | {id: ninghe-fuji, since: 2019-01-01, former_names: [{name: 甲, since: 2020-01-01, until: 2022-01-01, clause: "§五"}, {name: 乙, since: 2021-01-01, until: 2023-01-01, clause: "§五"}], name | directory.names-overlap | 乙
          ninghe | {id: ninghe-fuji, name | {id: ninghe-fuji, merged_into: {institution: ninghe-fuji, on: 2024-01-01, clause: "§五"}, name | directory.merged-into-itself | ninghe-fuji
          ninghe | {id: ninghe-fuji, name | {id: ninghe-fuji, merged_into: {institution: ninghe-yiyuan, on: 2020-01-01, clause: "§五"}, name | directory.merged-too-early | 2020-01-01
          ninghe | {id: ninghe-fuji, name | {id: ninghe-fuji, merged_into: {institution: ninghe-yiyuan, on: 2024-13-01, clause: "§五"}, name | pack.not-a-date | 2024-13-01
          ninghe | kinds: [mch_institution] | kinds: [tcm_hospital] | directory.kind-in-two-defaults | tcm_hospital
          ninghe | {code: "03.02", name | {code: "03.01", name | directory.department-twice | 03.01
          ninghe | {id: ninghe-fuji, name | {id: ninghe-fuji, synthetic: true, name | directory.not-marked-synthetic | （合成）
          taicang | - institution: taicang-zhongyi | - institution: taicang-shiyiyuan | directory.two-lists | taicang-shiyiyuan
          ninghe | {institution: ninghe-zhongyiyuan, role: member | {institution: ninghe-zhongyiyuan, role: joint_lead | community.lead-and-joint-lead | ninghe-zongyiyuan
          ninghe | ninghe-tj-zhongliu, role: upper_support | ninghe-tj-zhongliu, role: member | community.only-as-support | ninghe-tj-zhongliu
          ninghe | {institution: ninghe-fuji, role | {institution: ninghe-lutai-v01, role | community.belongs-through-its-centre | ninghe-lutai-v01
          taicang | parent: taicang-yigongti | parent_: taicang-yigongti | community.regional-without-parent | taicang-gangqu-yigongti
          taicang | stands_as: taicang-gangqu | stands: taicang-gangqu | community.parent-without-stand-in | taicang-gangqu-yigongti
          taicang | stands_as: taicang-gangqu | stands_as: taicang-liuhe | community.stand-in-is-no-member | taicang-liuhe
          taicang | parent: taicang-yigongti | parent: taicang-gangqu-yigongti | community.inside-itself | taicang-gangqu-yigongti
          ninghe | count: 10, clause: "§五"} | clause: "§五"} | community.no-bound | 10
          ninghe | {label: 村卫生室, of: clinics, count: 124 | {label: 村卫生室, of: clinics, forms: [tight_county], count: 124 | community.selector-does-not-fit | forms
          taicang | members: [taicang-shaxi, taicang | members: [taicang-weijianwei, taicang-shaxi, taicang | community.grid-member-is-no-member | taicang-weijianwei
          """)
  void isRefusedWithLineAndReason(
      String area, String good, String bad, String reason, String sentence) {
    var fault = faultOf(area, good, bad, reason, sentence);

    var line = lineOf(PackFixture.text(area), good);
    assertThat(fault.line()).isBetween(line - 6, line + 1);
  }

  /// The same for what is missing, or does not fit what stands elsewhere: the fault stands at the
  /// whole that lacks it.
  @ParameterizedTest(name = "{0}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ninghe | area:                      # | arena:                     # | pack.missing-section | area
          ninghe | reserved-opens-days-before: {value: 14 | reserved-opens-days-before: {value: 4 | pack.opens-too-late | 4
          ninghe | slot-hold-minutes: {value: 15 | # slot-hold-minutes: {value: 15 | pack.missing-value | slot-hold-minutes
          nanyang |   template: true |   template: false | pack.counties-without-template | synthetic_counties
          ninghe | {institution: ninghe-yiyuan, role: lead | {institution: ninghe-yiyuan, role: member | community.no-lead | ninghe-zongyiyuan
          ninghe |     formula: |     formel: | community.formula-missing | ninghe-zongyiyuan
          taicang | taicang-shuangfeng, taicang-chengxiang] | taicang-shuangfeng] | community.in-no-grid | taicang-chengxiang
          ninghe |     - institution: ninghe-yiyuan |     - institution: ninghe-zhongyiyuan | community.no-department-list | ninghe-yiyuan
          ninghe | reserved-hospitals: {value: [lead] | reserved-hospitals: {value: [cooperating] | community.no-hospital-bound | cooperating
          """)
  void isRefusedAsAWhole(String area, String good, String bad, String reason, String sentence) {
    assertThat(faultOf(area, good, bad, reason, sentence).line()).isPositive();
  }

  /// GOV-01: exactly one form, of the closed list.
  @Test
  @Satisfies("GOV-01")
  void aConsortiumWithoutAFormOrWithTwoIsRefused() {
    var form = "form: tight_county\n";
    faultOf("ninghe", "    " + form, "", "pack.missing-key", "form");
    faultOf("ninghe", form, form + "    form: urban_group\\n", "pack.duplicate-key", "form");
    faultOf("ninghe", form, "form: [tight_county, urban_group]\\n", "pack.not-text", "");
  }

  /// GOV-06: the grids cover all residents, so each primary member, whose residents they are, is in
  /// one, and in one only.
  @Test
  @Satisfies("GOV-06")
  void theGridsLeaveNobodyOut() {
    var nobody =
        faultOf("taicang", ", taicang-chengxiang]", "]", "community.in-no-grid", "chengxiang");
    assertThat(nobody.line())
        .isEqualTo(lineOf(PackFixture.text("taicang"), "{institution: taicang-chengxiang, role"));
    faultOf(
        "taicang",
        "members: [taicang-shaxi",
        "members: [taicang-ludu, taicang-shaxi",
        "community.in-two-grids",
        "taicang-ludu");
  }

  private PackReading.Fault faultOf(
      String area, String good, String bad, String reason, String sentence) {
    var text = PackFixture.text(area);
    assertThat(text).contains(good);
    var spoilt =
        text.replaceFirst(
            Pattern.quote(good),
            java.util.regex.Matcher.quoteReplacement(bad.replace("\\n", "\n")));

    var read = reader().read(new PackFile(area + ".yaml", spoilt));

    assertThat(read.packs()).isEmpty();
    var found = read.faults().stream().filter(it -> it.problem().code().equals(reason)).findFirst();
    assertThat(found).as("%s among %s", reason, read.faults()).isPresent();
    var fault = found.orElseThrow();
    assertThat(said(fault, Locale.SIMPLIFIED_CHINESE)).contains(sentence);
    assertThat(said(fault, Locale.ENGLISH)).contains(sentence);
    assertThat(fault.file()).isEqualTo(area + ".yaml");
    assertThat(fault.column()).isPositive();
    return fault;
  }

  /// A reason that no test gives is a reason that may never be given, or wrongly.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.heyi.platform.policy.PackProblem",
        "org.heyi.steering.directory.DirectoryProblem",
        "org.heyi.steering.community.CommunityProblem",
        "org.heyi.steering.governance.GovernanceProblem",
        "org.heyi.steering.governance.unchanged.UnchangedProblem",
        "org.heyi.steering.governance.unified.UnifiedProblem"
      })
  void everyReasonIsGivenByATest(String problems) throws Exception {
    var read = new StringBuilder();
    for (var wing : List.of("platform/policy", "steering")) {
      try (var files = Files.walk(Path.of("src/test/java/org/heyi", wing))) {
        for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
          read.append(Files.readString(file));
        }
      }
    }
    var given = read.toString();
    assertThat(Class.forName(problems).getEnumConstants())
        .filteredOn(it -> ((Problem) it).kind() == Problem.Kind.REFUSED)
        .allMatch(
            it -> given.contains(((Problem) it).code()) || given.contains("PackProblem." + it));
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
            .replaceFirst("version: \\d+", "version: 99")
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
          assertThat(it.line()).isEqualTo(lineOf(changed, "  version: "));
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
    assertThat(hostile("a: &a x\nb: *a")).contains("pack.alias");
    assertThat(hostile("a: !mine x")).contains("pack.tag");
    assertThat(hostile(long1)).containsExactly("pack.too-large");
    assertThat(hostile("")).containsExactly("pack.empty-text");
    for (var text : List.of(bomb, typed, deep, "- a\n---\n- b", "\u0000", "area: [")) {
      assertThat(hostile(text)).isNotEmpty();
    }
  }

  private List<String> hostile(String text) {
    var read = reader().read(new PackFile("bad.yaml", text));
    assertThat(read.packs()).isEmpty();
    return read.faults().stream().map(it -> it.problem().code()).toList();
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
