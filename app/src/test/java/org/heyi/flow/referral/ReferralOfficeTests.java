package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.heyi.flow.referral.TestReferrals.HOSPITAL;
import static org.heyi.flow.referral.TestReferrals.clerk;
import static org.heyi.flow.referral.TestReferrals.villageDoctor;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.heyi.AtOnce;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestStaff;
import org.heyi.flow.referral.office.NameOffice;
import org.heyi.flow.referral.office.Office;
import org.heyi.flow.referral.office.Offices;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// 负责转诊的科室: named by the institution's head, read by the other side.
@HeyiTest
class ReferralOfficeTests {

  private static final int RIVALS = 8;

  @Autowired Offices offices;
  @Autowired TestReferrals fixture;
  @Autowired TestPages pages;

  private static Staff head(String institution) {
    return TestStaff.with("institution-head", institution);
  }

  private NameOffice command(String institution, String phone, Staff... staff) {
    var id = InstitutionId.of(institution);
    var people = Arrays.stream(staff).map(Staff::account).collect(Collectors.toSet());
    var version = offices.of(id).map(Office::version).orElse(0);
    return new NameOffice(
        id, version, "出入院（转诊）服务中心", phone, "每天 8:00–20:00", people, UUID.randomUUID());
  }

  @Test
  @Satisfies("REF-10")
  void theOtherSideSeesWhomToCall() {
    offices.name(command(HOSPITAL, "022-6900 0001", clerk()), head(HOSPITAL));
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));

    assertThat(pages.get("/referrals/" + id, villageDoctor(), "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .contains("出入院（转诊）服务中心", "tel:022-69000001", clerk().name());
    assertThat(pages.get("/referrals/" + id + "/form", villageDoctor(), "zh-CN"))
        .bodyText()
        .contains("出入院（转诊）服务中心", "022-6900 0001");
    assertThat(pages.get("/institutions/" + HOSPITAL, villageDoctor(), "en"))
        .bodyText()
        .contains("Referral office", "022-6900 0001");
    assertThat(pages.get("/referrals/" + id, clerk(), "zh-CN"))
        .bodyText()
        .doesNotContain("tel:022-69000001");
  }

  @Test
  void everyVersionIsKeptAndAnOldOneIsNotWrittenOver() {
    var institution = "ninghe-lianzhuang";
    var doctor = TestStaff.with("family-doctor", institution);
    var first = command(institution, "022-11111111", doctor);
    offices.name(first, head(institution));
    offices.name(first, head(institution));
    offices.name(command(institution, "022-22222222", doctor), head(institution));

    assertThatThrownBy(() ->
            offices.name(
                new NameOffice(
                    first.institution(),
                    first.version(),
                    "转诊办",
                    "022-33333333",
                    "",
                    first.staff(),
                    UUID.randomUUID()),
                head(institution)))
        .hasMessageContaining("office.changed");
    assertThat(offices.versions(first.institution()))
        .extracting(Office::phone)
        .containsExactly("022-22222222", "022-11111111");
    assertThat(pages.get("/referral-offices/" + institution, head(institution), "zh-CN"))
        .bodyText()
        .contains("历次指定", "022-11111111", head(institution).name());
  }

  @Test
  void whoNamesItIsItsHeadAndWhoIsNamedCanBeAsked() {
    var right = command(HOSPITAL, "022-69000002", clerk());
    refused(right, clerk(), "office.not-yours");
    refused(right, head("ninghe-fengtai"), "office.not-yours");
    refused(command(HOSPITAL, "打电话", clerk()), head(HOSPITAL), "office.phone-needed");
    refused(command(HOSPITAL, "022-69000002"), head(HOSPITAL), "office.staff-needed");
    refused(
        command(HOSPITAL, "022-69000002", villageDoctor()), head(HOSPITAL), "office.staff-needed");
    var nameless =
        new NameOffice(
            right.institution(), right.version(), " ", "1", "", Set.of(), UUID.randomUUID());
    refused(nameless, head(HOSPITAL), "office.name-needed");
  }

  private void refused(NameOffice it, Staff by, String code) {
    assertThatThrownBy(() -> offices.name(it, by)).hasMessageContaining(code);
  }

  @Test
  void theHeadOfACentreNamesThatOfItsClinics() {
    var clinic = InstitutionId.of("ninghe-yuelong-v08");
    assertThat(offices.mayName(clinic, head("ninghe-yuelong"))).isTrue();
    assertThat(offices.mayName(clinic, head("ninghe-fengtai"))).isFalse();
  }

  @Test
  void thePageNamesItWithoutScripts() {
    var institution = "ninghe-banqiao";
    var path = "/referral-offices/" + institution;
    var doctor = TestStaff.with("family-doctor", institution);
    var fields = new HashMap<String, String>();
    fields.put("key", UUID.randomUUID().toString());
    var seen = offices.of(InstitutionId.of(institution)).map(Office::version).orElse(0);
    fields.put("version", seen.toString());
    fields.put("name", "转诊办公室");
    fields.put("hours", "工作日");
    fields.put("staff." + doctor.account(), "true");

    assertThat(pages.get(path, head(institution), "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .contains("staff." + doctor.account());
    assertThat(pages.post(path, head(institution), "zh-CN", Map.copyOf(fields)))
        .hasStatus(422)
        .bodyText()
        .contains("请填写能拨通的电话", "转诊办公室");
    fields.put("phone", "０２２－１２３４５６７８".replace("－", "-"));
    assertThat(TestPages.location(pages.post(path, head(institution), "zh-CN", fields)))
        .isEqualTo(path);
    assertThat(pages.get(path, villageDoctor(), "en"))
        .bodyText()
        .contains("转诊办公室", "022-12345678", doctor.name())
        .doesNotContain("<form class=\"card card-body mb-3\" method=\"post\"");
  }

  @Test
  void ofThoseWhoNameItAtOnceOneIsFirst() throws Exception {
    var institution = "ninghe-qilihai";
    var doctor = TestStaff.with("family-doctor", institution);
    var before = offices.versions(InstitutionId.of(institution)).size();
    var commands =
        IntStream.range(0, RIVALS)
            .mapToObj(it -> command(institution, "022-1234567" + it, doctor))
            .toList();

    int won =
        AtOnce.yes(
            commands.stream()
                .map(it ->
                    (Callable<Boolean>)
                        () -> {
                          try {
                            offices.name(it, head(institution));
                            return true;
                          } catch (ProblemException changed) {
                            assertThat(changed.problem().code()).isEqualTo("office.changed");
                            return false;
                          }
                        })
                .toList());

    int kept = offices.versions(InstitutionId.of(institution)).size() - before;
    System.out.printf(
        "offices named at once: %d attempts, won %d, versions %d%n", RIVALS, won, kept);
    assertThat(won).isEqualTo(1);
    assertThat(kept).isEqualTo(1);
  }
}
