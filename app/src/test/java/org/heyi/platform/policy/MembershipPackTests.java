package org.heyi.platform.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestBrowser;
import org.heyi.TestStaff;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.steering.community.Communities;
import org.heyi.steering.community.Membership;
import org.heyi.steering.community.accession.AccessionMode;
import org.heyi.steering.community.accession.Accessions;
import org.heyi.steering.community.accession.Batch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Who may be a member, and how members joined, as packs say it.
@HeyiTest
class MembershipPackTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Autowired Packs packs;
  @Autowired Communities communities;
  @Autowired Accessions accessions;
  @Autowired MockMvcTester http;

  private void load(String area, String text) {
    assertThat(packs.load(List.of(new PackFile(area + ".yaml", text))).faults()).isEmpty();
  }

  /// 001 二(三), 七(二); 003 三(一)2; 004 台账二(二): a social-capital hospital, a rehabilitation hospital
  /// and a nursing home in a consortium of each form.
  @ParameterizedTest
  @CsvSource({
    "ninghe, anyone-a, tight_county, tight_county",
    "ninghe, anyone-b, tight_county, voluntary_private",
    "ninghe, anyone-c, tight_county, telemedicine_network",
    "ninghe, anyone-d, tight_county, loose_county",
    "ninghe, anyone-e, tight_county, medical_alliance",
    "taicang, anyone-f, county_with_grids, county_with_grids",
    "linyi, anyone-g, tight_urban, tight_urban",
  })
  @Satisfies("AGR-09")
  void whoeverOwnsItAndWhateverItIsItMayBeAMember(
      String plan, String area, String form, String wanted) {
    var text =
        PackFixture.text(plan)
            .replace(plan, area)
            .replace("form: " + form + "\n", "form: " + wanted + "\n")
            .replace("forms: [" + form + "]", "forms: [" + wanted + "]")
            .replaceFirst(
                "\ninstitutions: .*\n",
                """

                institutions:
                  - {id: AREA-min, name: 社会办医院（合成）, kind: general_hospital, ownership: social, synthetic: true, source: house}
                  - {id: AREA-kang, name: 康复医院（合成）, kind: rehabilitation_hospital, synthetic: true, source: house}
                  - {id: AREA-hu, name: 护理院（合成）, kind: nursing_home, ownership: private, synthetic: true, source: house}
                """
                    .replace("AREA", area))
            .replaceFirst(
                "\n    members:\n",
                """

                    members:
                      - {institution: AREA-min, role: member, accession: {modes: [voluntary], source: house}, source: house}
                      - {institution: AREA-kang, role: member, source: house}
                      - {institution: AREA-hu, role: member, source: house}
                """
                    .replace("AREA", area));

    load(area, text);

    for (var member : List.of("min", "kang", "hu")) {
      assertThat(communities.of(InstitutionId.of(area + "-" + member), TODAY))
          .as(member)
          .singleElement()
          .extracting(Membership::role)
          .isEqualTo("member");
    }
  }

  /// 003 三(一)1 成熟一个、发展一个: a later batch comes after the first, each with its way.
  @Test
  @Satisfies("AGR-05")
  void membersJoinInDatedBatches() {
    var text =
        PackFixture.text("linyi")
            .replace("linyi", "batches")
            .replace(
                "{institution: batches-xianggong, role: member, clause",
                "{institution: batches-xianggong, role: member, since: 2025-03-01, batch: 第二批,"
                    + " accession: {modes: [voluntary], clause: \"三(一)2\"}, clause");
    load("batches", text);

    var shown = accessions.batches(ConsortiumId.of("batches-people"));

    assertThat(shown)
        .extracting(Batch::name, it -> it.since().toString(), Batch::modes, Batch::clause)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "第一批", "2024-09-11", List.of(AccessionMode.CONSENSUS), "三(一)1"),
            org.assertj.core.groups.Tuple.tuple(
                "第二批", "2025-03-01", List.of(AccessionMode.VOLUNTARY), "三(一)2"));
    assertThat(shown.getFirst().members()).hasSize(12);
    assertThat(shown.getLast().members())
        .extracting(Batch.Joined::name)
        .containsExactly("相公街道中心卫生院");
    assertThat(page("/consortia/batches-people")).contains("加入批次和方式", "第二批", "协商一致", "自愿");
  }

  @ParameterizedTest
  @CsvSource({
    "ninghe-zongyiyuan, DESIGNATED, §五, 13",
    "wafangdian-tight, TWO_WAY_CHOICE/RELATIVE_DESIGNATION, 六(一), 10",
    "linyi-tcm, CONSENSUS, 三(一)1, 14",
    "nanyang-yi-jituan, DESIGNATED, , 4",
  })
  @Satisfies("AGR-05")
  void howMembersJoinedIsAsThePlanSays(String consortium, String modes, String clause, int count) {
    assertThat(accessions.batches(ConsortiumId.of(consortium)))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.modes()).extracting(Enum::name).containsExactly(modes.split("/"));
          assertThat(it.clause()).isEqualTo(clause == null ? "" : clause);
          assertThat(it.members()).hasSize(count);
        });
  }

  /// 太仓 二(三)1: primary institutions with approval; the others are named by 二(一).
  @Test
  @Satisfies("AGR-05")
  void oneConsortiumMayHaveSeveralWays() {
    assertThat(accessions.batches(ConsortiumId.of("taicang-yigongti")))
        .extracting(it -> it.modes().getFirst(), it -> it.members().size())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(AccessionMode.APPROVAL, 9),
            org.assertj.core.groups.Tuple.tuple(AccessionMode.DESIGNATED, 4));
  }

  private String page(String path) {
    var answer =
        http.get()
            .uri(path)
            .header("Accept-Language", "zh-CN")
            .with(TestStaff.signedIn(TestStaff.with("village-doctor", "ninghe-yuelong-v01")))
            .exchange();
    assertThat(answer).as(path).hasStatusOk();
    return TestBrowser.text(answer);
  }
}
