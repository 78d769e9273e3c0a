package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestBrowser;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.person.resident.RegisterResident.Consent;
import org.heyi.person.resident.RegisterResident.Giver;
import org.heyi.person.resident.ResidentSelections;
import org.heyi.person.resident.SelectProviders;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.steering.directory.InstitutionView;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// The hospital that a resident has chosen (1+1) comes first where a referral's destination is
/// chosen.
@HeyiTest
class ChosenHospitalTests {

  private static final InstitutionId OWN_GRID = InstitutionId.of("taicang-zhongyi");
  private static final InstitutionId CHOSEN = InstitutionId.of("taicang-shiyiyuan");

  @Autowired Drafts drafts;
  @Autowired TestReferrals fixture;
  @Autowired ResidentSelections selections;
  @Autowired MockMvcTester http;

  @Test
  @Satisfies("APT-09")
  void comesFirstWithABadge() {
    var doctor = TestStaff.with("family-doctor", "taicang-shaxi");
    var resident = TestResidents.register(doctor);
    var id = drafts.start(resident, fixture.summary(), UUID.randomUUID(), doctor);
    assertThat(drafts.hospitals(resident, doctor).all())
        .extracting(InstitutionView::id)
        .startsWith(OWN_GRID)
        .contains(CHOSEN);
    assertThat(page(id)).doesNotContain("1+1");

    selections.select(
        resident,
        new SelectProviders(doctor.institution(), CHOSEN, new Consent(Giver.SELF, ""), null),
        doctor);

    var hospitals = drafts.hospitals(resident, doctor);
    assertThat(hospitals.chosen()).contains(CHOSEN);
    assertThat(hospitals.all())
        .extracting(InstitutionView::id)
        .startsWith(CHOSEN)
        .contains(OWN_GRID);
    assertThat(page(id)).containsOnlyOnce("1+1");
  }

  private String page(ReferralId id) {
    var doctor = TestStaff.with("family-doctor", "taicang-shaxi");
    var answer =
        http.get()
            .uri("/referrals/" + id + "/destination")
            .header("Accept-Language", "zh-CN")
            .with(TestStaff.signedIn(doctor))
            .exchange();
    assertThat(answer).hasStatusOk();
    return TestBrowser.text(answer);
  }
}
