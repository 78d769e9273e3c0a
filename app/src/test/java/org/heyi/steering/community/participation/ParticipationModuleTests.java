package org.heyi.steering.community.participation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestBrowser;
import org.heyi.TestStaff;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.steering.community.Communities;
import org.heyi.steering.community.Membership;
import org.heyi.steering.community.participation.ParticipationView.Place;
import org.heyi.steering.community.participation.ParticipationView.Share;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Who takes part in the consortia of an area, and who is in no grid.
@HeyiTest
class ParticipationModuleTests {

  private static final AreaId AREA = AreaId.of("wafangdian");
  private static final String LEAVER = "wafangdian-liguan";
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Autowired Participations participations;
  @Autowired Communities communities;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester http;

  @AfterEach
  void restore() {
    left("wafangdian-tight", LEAVER, null);
    left("wafangdian-alliance", "wafangdian-youhao", null);
    owned(LEAVER, "");
    owned("wafangdian-youhao", "");
    jdbc.sql("update community.grid_member set until = null where institution = 'taicang-liuhe'")
        .update();
  }

  private void left(String consortium, String institution, @Nullable LocalDate on) {
    jdbc.sql(
            """
            update community.member set until = :on
             where consortium = :consortium and institution = :institution
            """)
        .param("on", on, java.sql.Types.DATE)
        .param("consortium", consortium)
        .param("institution", institution)
        .update();
  }

  private void owned(String institution, String ownership) {
    jdbc.sql("update directory.institution set ownership = :ownership where id = :id")
        .param("ownership", ownership)
        .param("id", institution)
        .update();
  }

  private Share share(Sector sector) {
    return participations.of(AREA).shares().stream()
        .filter(it -> it.sector() == sector)
        .findFirst()
        .orElseThrow();
  }

  /// 001 三: all of them take part, and the plan says who should; of none it says who runs it.
  @Test
  @Satisfies("AGR-08")
  void allPrimaryInstitutionsOfThePlanTakePart() {
    var shown = participations.of(AREA);

    assertThat(shown.allJoin()).isNotNull().satisfies(it -> assertThat(it.clause()).isEqualTo("三"));
    assertThat(shown.privateEncouraged()).isNotNull();
    assertThat(share(Sector.PRIMARY_NOT_RECORDED))
        .isEqualTo(new Share(Sector.PRIMARY_NOT_RECORDED, 30, java.util.List.of()));
    assertThat(participations.of(AreaId.of("ninghe")).allJoin()).isNull();
  }

  /// 001 四(三): whoever is only in the telemedicine network does not take part.
  @Test
  @Satisfies({"AGR-08", "AGR-11"})
  void whoIsOnlyInTheNetworkDoesNotTakePart() {
    left("wafangdian-tight", LEAVER, LocalDate.of(2026, 10, 1));
    owned(LEAVER, "government");

    assertThat(share(Sector.GOVERNMENT_PRIMARY).missing())
        .containsExactly(
            new Place(InstitutionId.of(LEAVER), "李官镇卫生院", "township_health_centre", true));
    assertThat(share(Sector.PRIMARY_NOT_RECORDED).all()).isEqualTo(29);
  }

  @Test
  @Satisfies("AGR-08")
  void privateOnesAreAListOfTheirOwn() {
    left("wafangdian-alliance", "wafangdian-youhao", LocalDate.of(2026, 10, 1));
    owned("wafangdian-youhao", "social");

    assertThat(share(Sector.PRIVATE).missing()).extracting(Place::name).containsExactly("友好护理院");
    assertThat(share(Sector.PRIVATE).taking()).isZero();
    assertThat(page("/area/wafangdian/participation"))
        .contains("鼓励民营医疗机构参与", "民营和社会办医疗机构", "友好护理院", "参与 0，共 1");
    assertThat(page("/api/community/areas/wafangdian/participation"))
        .contains("\"sector\":\"private\"", "\"all\":1", "wafangdian-youhao");
  }

  /// 001 四(三): the network is not bound to the other forms.
  @Test
  @Satisfies("AGR-11")
  void theNetworkIsUntouchedWhenAMembershipElsewhereEnds() {
    var institution = InstitutionId.of(LEAVER);
    left("wafangdian-tight", LEAVER, LocalDate.of(2026, 10, 1));

    assertThat(communities.of(institution, TODAY))
        .extracting(Membership::consortium)
        .extracting(Object::toString)
        .containsExactly("wafangdian-telenet");
    assertThat(communities.of(institution, LocalDate.of(2026, 9, 30))).hasSize(2);
  }

  @Test
  @Satisfies("GOV-06")
  void aPrimaryMemberInNoGridIsListed() {
    var area = AreaId.of("taicang");
    assertThat(participations.of(area).grids())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.all()).isEqualTo(9);
          assertThat(it.inGrids()).isEqualTo(9);
          assertThat(it.unmapped()).isEmpty();
        });

    jdbc.sql(
            "update community.grid_member set until = '2026-10-01' where institution = 'taicang-liuhe'")
        .update();

    assertThat(participations.of(area).grids().getFirst().unmapped())
        .extracting(Place::name)
        .containsExactly("浏河人民医院");
    assertThat(page("/area/taicang/participation")).contains("基层成员在网格内 8，共 9", "浏河人民医院");
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
