package org.heyi.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.Institutions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.transaction.support.TransactionTemplate;

/// What integration may not change (GOV-12) is not changed by a newer pack either: the pack is
/// refused whole, with the institution, the attribute, the consortium and the clause.
@HeyiTest
class UnchangedGuardTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final String MEMBER = "name: 浏河人民医院, kind: primary_institution";

  @Autowired Packs packs;
  @Autowired PackStore store;
  @Autowired Policies policies;
  @Autowired Institutions institutions;
  @Autowired ObjectProvider<PackSection> sections;
  @Autowired TransactionTemplate transaction;
  @Autowired MessageSource messages;

  @ParameterizedTest(name = "{0}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          zkeptperson | taicang | name: 浏河人民医院, kind | name: 浏河人民医院, legal_person: yes, kind | name: 浏河人民医院, legal_person: no, kind | 浏河人民医院/法人资格/太仓市医疗卫生共同体/二(二)2/legal_person
          zkeptsilent | taicang | name: 浏河人民医院, kind | name: 浏河人民医院, legal_person: yes, kind | name: 浏河人民医院, kind | 浏河人民医院/法人资格/二(二)2
          zkeptkind | taicang | name: 浏河人民医院, kind: primary_institution | name: 浏河人民医院, kind: primary_institution | name: 浏河人民医院, kind: community_health_centre | 浏河人民医院/机构性质/二(二)2/community_health_centre
          zkeptmerged | taicang | name: 双凤人民医院, kind | name: 双凤人民医院, kind | name: 双凤人民医院, merged_into: {institution: zkeptmerged-shaxi, on: 2026-01-01, clause: "一"}, kind | 双凤人民医院/法人资格/zkeptmerged-shaxi
          zkeptowner | wafangdian | name: 友好护理院, kind | name: 友好护理院, ownership: private, kind | name: 友好护理院, ownership: public, kind | 友好护理院/产权归属/医疗联盟/七(二)
          zkeptlegal | nanyang-jia | kind: district_hospital, level | legal_person: yes, kind: district_hospital, level | legal_person: no, kind: district_hospital, level | 法人资格/台账二(二)
          zkeptsubsidy | wafangdian | subsidy-original-channel: {value: true | subsidy-original-channel: {value: true | subsidy-original-channel: {value: false | subsidy-original-channel/财政补助渠道/紧密型医共体/七(二)
          zkeptcadres | linyi | head-selection: {value: cadre_authority | head-selection: {value: cadre_authority | head-selection: {value: election | 干部管理权限/临沂市人民医院医疗集团/三(二)1
          zkeptstreams | taicang | funding-streams: {value: [日常运转投入, | funding-streams: {value: [日常运转投入, | funding-streams: {value: [日常运转经费, | 投入保障/二(二)2
          """)
  @Satisfies("GOV-12")
  void aPackThatChangesWhatStaysUnchangedIsRefusedWhole(
      String area, String like, String place, String before, String after, String sentence) {
    var first = text(like, area).replace(place, before);
    assertThat(load(area, first, 2).faults()).isEmpty();
    var loaded = store.loaded().get(AreaId.of(area));
    var next =
        first
            .replace(before, after)
            .replace("slot-hold-minutes: {value: 15", "slot-hold-minutes: {value: 33");

    var outcome = load(area, next, 3);

    assertThat(outcome.applied()).isZero();
    assertThat(outcome.faults())
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.problem().code()).matches("unchanged\\..*-stays"))
        .anySatisfy(it ->
            assertThat(List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH))
                .allSatisfy(language ->
                    assertThat(new Words(messages, language).of(it.problem(), it.args().toArray()))
                        .contains(sentence.split("/"))));
    assertThat(store.loaded().get(AreaId.of(area))).isEqualTo(loaded);
    assertThat(policies.require("slot-hold-minutes", AreaId.of(area), null, TODAY).whole())
        .isEqualTo(15);
  }

  /// The fault stands in the line of the institution.
  @Test
  @Satisfies("GOV-12")
  void theFaultNamesTheLine() {
    var first = text("taicang", "zkeptline");
    load("zkeptline", first, 2);
    var next = first.replace(MEMBER, MEMBER.replace("primary_institution", "town_hospital"));

    var faults = load("zkeptline", next, 3).faults();

    assertThat(faults)
        .singleElement()
        .satisfies(it -> {
          assertThat(it.problem().code()).isEqualTo("unchanged.fact-stays");
          assertThat(it.line())
              .isEqualTo(next.substring(0, next.indexOf("浏河人民医院")).lines().count());
        });
  }

  /// Who is in no consortium, what was not recorded before, and what nobody keeps may change.
  @Test
  void otherChangesGoThrough() {
    var first = text("taicang", "zkeptfree");
    load("zkeptfree", first, 2);
    var next =
        first
            .replace(
                "name: 市委办, kind: government_department", "name: 市委办, kind: quality_control_centre")
            .replace(
                "name: 浏河人民医院, kind", "name: 浏河人民医院, legal_person: yes, ownership: public, kind")
            .replaceFirst("(?s)  - institution: zkeptfree-shiweiban.*?(?=  - institution: )", "");

    assertThat(load("zkeptfree", next, 3)).isEqualTo(new Packs.Outcome(1, 0, List.of()));
    assertThat(institutions.facts(InstitutionId.of("zkeptfree-liuhe")).legalPerson())
        .isEqualTo("yes");
    var streams =
        next.replace(
            "funding-streams: {value: [日常运转投入,", "funding-streams: {value: [债务化解, 日常运转投入,");
    assertThat(load("zkeptfree", streams, 4).faults()).isEmpty();
  }

  /// A plan first gives up what stays unchanged; then the fact may change.
  @Test
  @Satisfies("GOV-12")
  void whatThePlanGaveUpMayChange() {
    var first = text("taicang", "zkeptonce");
    load("zkeptonce", first, 2);
    var changed = first.replace(MEMBER, MEMBER.replace("primary_institution", "town_hospital"));
    var givenUp =
        first
            .replace("[法人资格, 机构性质, 职工身份", "[法人资格, 职工身份")
            .replaceFirst("  - \\{attribute: institution_nature[^\n]*\n", "");
    var both =
        changed
            .replace("[法人资格, 机构性质, 职工身份", "[法人资格, 职工身份")
            .replaceFirst("  - \\{attribute: institution_nature[^\n]*\n", "");

    assertThat(load("zkeptonce", both, 3).applied()).isZero();
    assertThat(load("zkeptonce", givenUp, 3).faults()).isEmpty();
    assertThat(load("zkeptonce", both, 4).faults()).isEmpty();
    assertThat(institutions.find(InstitutionId.of("zkeptonce-liuhe")).orElseThrow().kind())
        .isEqualTo("town_hospital");
  }

  /// A pack that was read before the other one was loaded meets the guard when it is written.
  @Test
  @Satisfies("GOV-12")
  void theGuardIsAskedAgainWhenFactsAreWritten() {
    var first = text("taicang", "zkeptlate");
    var next = first.replace(MEMBER, MEMBER.replace("primary_institution", "town_hospital"));
    var reader = new PackReader(sections.orderedStream().toList());
    var late = reader.read(file("zkeptlate", next, 3));
    assertThat(late.faults()).isEmpty();
    load("zkeptlate", first, 2);

    assertThatThrownBy(() -> write(late, file("zkeptlate", next, 3)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("unchanged.fact-stays")
        .hasMessageContaining("浏河人民医院");
    assertThat(institutions.find(InstitutionId.of("zkeptlate-liuhe")).orElseThrow().kind())
        .isEqualTo("primary_institution");
  }

  /// The same for parameters.
  @Test
  @Satisfies("GOV-12")
  void theGuardIsAskedAgainWhenParametersAreWritten() {
    var first = text("wafangdian", "zkeptpaid");
    var next =
        first.replace(
            "subsidy-original-channel: {value: true", "subsidy-original-channel: {value: false");
    var reader = new PackReader(sections.orderedStream().toList());
    var late = reader.read(file("zkeptpaid", next, 3));
    load("zkeptpaid", first, 2);

    assertThatThrownBy(() -> write(late, file("zkeptpaid", next, 3)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("unchanged.parameter-stays");
  }

  /// The pack of an area under another name; a template as the one county asked for.
  private static String text(String like, String area) {
    if (!like.startsWith("nanyang-")) {
      return PackFixture.text(like).replace(like, area);
    }
    return PackFixture.text("nanyang")
        .replaceFirst("(?s)synthetic_counties:.*?\nstructure:", "structure:")
        .replace("  template: true\n", "")
        .replace("level: city", "level: county")
        .replace("<county>", area)
        .replace("<county-name>", "示例县（合成）")
        .replace("<county-short>", "示例县")
        .replace("id: nanyang\n", "id: " + area + "\n");
  }

  private Packs.Outcome load(String area, String text, int version) {
    return packs.load(List.of(file(area, text, version)));
  }

  private void write(PackReader.Result late, PackFile file) {
    transaction.executeWithoutResult(_ -> {
      store.keep(file);
      for (var it : late.packs()) {
        store.add(it.pack(), it.checksum(), file);
        it.parts().forEach(part -> part.apply(it.pack()));
      }
    });
  }

  private static PackFile file(String area, String text, int version) {
    return new PackFile(
        area + ".yaml", text.replaceFirst("version: \\d+\n", "version: " + version + "\n"));
  }
}
