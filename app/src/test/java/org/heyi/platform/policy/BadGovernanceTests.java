package org.heyi.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heyi.HeyiTest;
import org.heyi.platform.shell.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/// A pack whose arrangements do not fit together is refused, with line and reason.
@HeyiTest
class BadGovernanceTests {

  @Autowired ObjectProvider<PackSection> sections;
  @Autowired MessageSource messages;

  /// Area, the text that is spoilt, what stands there instead, the reason expected, and words that
  /// the sentence must say. The fault stands at the entry, or at the section for what is missing.
  @ParameterizedTest(name = "{0}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ninghe | - {institution: ninghe-bianban} | - {post: 甲, institution: ninghe-bianban} | governance.post-or-institution | post
          ninghe | - {institution: ninghe-bianban} | - {} | governance.post-or-institution | institution
          ninghe | chair: 区委区政府主要负责同志\\n | chair: 区长\\n | governance.body-differs | top-body-chair
          taicang | until: 2028-01-01 | until: 2029-01-01 | governance.body-differs | 2027-12-31
          ninghe | kind: management_committee\\n | kind: council\\n | governance.body-differs | management_committee
          ninghe | name: 紧密型医共体管理委员会\\n | name: 紧密型医联体管理委员会\\n | governance.body-missing | top-body
          wafangdian | name: 监事会\\n | name: 监察会\\n | governance.body-missing | supervisory-body
          ninghe | - institution: ninghe-yigaiban | - institution: ninghe-yiyuan | governance.not-a-department | ninghe-yiyuan
          ninghe | - institution: ninghe-yigaiban | - institution: ninghe-yibao | governance.department-twice | ninghe-yibao
          ninghe | name: 检验中心, due | name: 化验中心, due | governance.not-in-parameter | 化验中心
          ninghe | name: 检验中心, due | name: 化验中心, due | governance.not-arranged | 检验中心
          ninghe | parent: ninghe-centre-yunying | parent: ninghe-centre-renli | governance.inside-itself | ninghe-centre-renli
          taicang | parent: taicang-body-zhuanban | parent: taicang-body-bangongshi | governance.inside-itself | taicang-body-bangongshi
          taicang | [county-visit-share-target, | [reserved-shares, county-visit-share-target, | governance.parameter-without-value | reserved-shares
          ninghe | holder: 区医院法人代表, manner: in_principle | holder: 区医院法人代表, manner: may | governance.post-differs | consortium_head
          nanyang | holder: 牵头医疗机构负责人, manner: may | holder: 牵头医疗机构负责人, manner: always | governance.post-differs | P-28
          taicang | attribute: institution_nature | attribute: legal_personality | unchanged.twice | taicang-yigongti
          taicang | words: 机构性质 | words: 机构属性 | unchanged.not-in-parameter | 机构属性
          taicang | words: 机构性质 | words: 机构属性 | unchanged.not-coded | 机构性质
          linyi | - consortium: linyi-tcm\\n | - consortium: linyi-people\\n | unified.consortium-twice | linyi-people
          wafangdian | - consortium: wafangdian-tight\\n | - consortium: wafangdian-loose\\n | unified.no-dimensions | wafangdian-loose
          ninghe | kind: unified, name: 质量 | kind: unified, name: 质控 | unified.no-such-dimension | 质控
          ninghe | kind: unified, name: 质量 | kind: coordinated, name: 质量 | unified.no-such-dimension | coordinated-dimensions
          ninghe | kind: unified, name: 质量 | kind: unified, name: 财务 | unified.dimension-twice | 财务
          ninghe | name: 药械, rule: 实行统一用药、耗材目录 | name: 药械 | unified.says-nothing | 药械
          ninghe | centre: ninghe-centre-caiwu, rule | centre: ninghe-centre-none, rule | pack.unknown-reference | ninghe-centre-none
          ninghe | secretariat: ninghe-weijianwei | secretariat: ninghe-nobody | pack.unknown-reference | ninghe-nobody
          taicang | grid: taicang-east\\n | grid: taicang-north\\n | pack.unknown-reference | taicang-north
          ninghe | kind: party_committee | kind: party | pack.unknown-word | party
          ninghe | duty: headcount | duty: heads | pack.unknown-word | heads
          ninghe | - by: 2023 | - by: soon | pack.wrong-shape | soon
          linyi | - by: 2024-09 | - by: 2024-13 | pack.wrong-shape | 2024-13
          ninghe | says_en: "The 1+N+10 | says_e: "The 1+N+10 | pack.unknown-key | says_e
          linyi | - roles: [lead]\\n | - roles: []\\n | position.for-nobody | institutions
          wafangdian | institutions: [wafangdian-zhongxin]\\n | institutions: [wafangdian-zhongxin]\\n    roles: [lead]\\n | position.named-and-described | institutions
          linyi | - {of: referred_up} | - {of: complex} | position.twice | complex
          nanyang | care:\\n      - {of: minor, text: 小病不出村}\\n    clause | clause | position.says-nothing | care
          taicang | （方案未给数值）, clause: | （方案未给数值）, unit: 台, clause: | position.unit-without-number | 台
          ninghe | kinds: [village_clinic]\\n    care | kinds: [village_clinic]\\n    specialties: ["03"]\\n    care | position.specialty-of-no-name | institutions
          nanyang | {of: minor, text | {of: small, text | pack.unknown-word | small
          wafangdian | institutions: [wafangdian-zhongxin] | institutions: [wafangdian-nobody] | pack.unknown-reference | wafangdian-nobody
          """)
  void isRefusedWithLineAndReason(
      String area, String good, String bad, String reason, String sentence) {
    var text = PackFixture.text(area);
    var wanted = good.replace("\\n", "\n");
    assertThat(text).contains(wanted);
    var spoilt =
        text.replaceFirst(
            Pattern.quote(wanted), Matcher.quoteReplacement(bad.replace("\\n", "\n")));

    var read =
        new PackReader(sections.orderedStream().toList())
            .read(new PackFile(area + ".yaml", spoilt));

    assertThat(read.packs()).isEmpty();
    assertThat(read.faults())
        .filteredOn(it -> it.problem().code().equals(reason))
        .as("%s among %s", reason, read.faults())
        .anySatisfy(it -> {
          assertThat(it.line()).isPositive();
          assertThat(List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH))
              .allSatisfy(language ->
                  assertThat(new Words(messages, language).of(it.problem(), it.args().toArray()))
                      .contains(sentence));
        });
  }
}
