package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heyi.TestStaff.signedIn;
import static org.heyi.flow.referral.TestReferrals.clerk;
import static org.heyi.flow.referral.TestReferrals.desk;
import static org.heyi.flow.referral.TestReferrals.physician;
import static org.heyi.flow.referral.TestReferrals.press;
import static org.heyi.flow.referral.TestReferrals.villageDoctor;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heyi.HeyiTest;
import org.heyi.TestStaff;
import org.heyi.flow.referral.list.ReferralLists;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/// The pages of office, desk and physician, and the lists, without JavaScript.
@HeyiTest
class ReferralPagesTests {

  @Autowired MockMvcTester http;
  @Autowired TestPages pages;
  @Autowired Referrals referrals;
  @Autowired TestReferrals fixture;
  @Autowired ReferralLists lists;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  @Test
  void theOfficeAcceptsAndIsLedToTheNext() {
    var doctor = fixture.clinicTomorrow(1, 2);
    var first = fixture.sent(doctor);
    var second = fixture.sent(doctor);
    assertThat(pages.get("/referrals/inbox", clerk(), "zh-CN")).hasStatusOk();
    assertThat(pages.get("/referrals/" + first, clerk(), "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .contains("接收，看下一份", "/referrals/" + first + "/return");

    var accepted =
        pages.post(
            "/referrals/" + first + "/accept",
            clerk(),
            "zh-CN",
            pages.form(first, Map.of("then", "next")));

    assertThat(TestPages.location(accepted))
        .startsWith("/referrals/")
        .isNotEqualTo("/referrals/" + first);
    assertThat(fixture.state(first)).isEqualTo("ACCEPTED");
    assertThat(fixture.state(second)).isEqualTo("SENT");
  }

  @Test
  void claimingAndGivingBackSentAgainAfterALostAnswerHaveOneEffect() {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));
    for (var action : List.of("claim", "release")) {
      var form = pages.form(id, Map.of());
      for (int i = 0; i < 2; i++) {
        var answer = pages.post("/referrals/" + id + "/" + action, clerk(), "zh-CN", form);
        assertThat(TestPages.location(answer)).isEqualTo("/referrals/" + id);
      }
    }
    var trail = jdbc.sql("select step from work.step where subject_id = :id order by id");
    assertThat(trail.param("id", id.toString()).query(String.class).list())
        .containsExactly("OPENED", "CLAIMED", "RELEASED");
  }

  @Test
  void whoIsTooLateLearnsWhoWasFirstAndKeepsTheText() {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));
    var old = pages.form(id, Map.of("advice", "请补充心电图，注明时间"));
    referrals.withdraw(id, "居民去了外地", press(fixture.version(id)), villageDoctor());

    var late = pages.post("/referrals/" + id + "/return", clerk(), "zh-CN", old);

    assertThat(late)
        .hasStatus(409)
        .bodyText()
        .contains("内容已被他人更改", "撤回", "测试 village-doctor", "请补充心电图，注明时间");
  }

  @Test
  void aRefusalWithoutTextIsAskedForAgainAtTheForm() {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));

    assertThat(
            pages.post(
                "/referrals/" + id + "/return",
                clerk(),
                "zh-CN",
                pages.form(id, Map.of("advice", ""))))
        .hasStatus(422)
        .bodyText()
        .contains("请写明说明文字");
    assertThat(fixture.state(id)).isEqualTo("SENT");
  }

  @Test
  void deskAndPhysicianDoTheirPart() {
    var id = fixture.accepted(fixture.clinicTomorrow(1, 1));
    fixture.at("08:00");
    var number = referrals.view(id, clerk()).number();
    assertThat(pages.get("/referrals/desk?q=" + number, desk(), "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .contains("/referrals/" + id + "/arrive", "/referrals/" + id + "/no-show");
    assertThat(
            TestPages.location(
                pages.post(
                    "/referrals/" + id + "/arrive",
                    desk(),
                    "zh-CN",
                    pages.form(id, Map.of("then", "desk")))))
        .isEqualTo("/referrals/desk");

    assertThat(pages.get("/referrals/care?q=" + number, physician(), "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .contains("/referrals/" + id + "/take-in");
    pages.post("/referrals/" + id + "/take-in", physician(), "zh-CN", pages.form(id, Map.of()));
    assertThat(pages.get("/referrals/" + id, physician(), "zh-CN"))
        .bodyText()
        .contains("name=\"treatment\"");
    pages.post(
        "/referrals/" + id + "/feed-back",
        physician(),
        "zh-CN",
        pages.form(id, Map.of("diagnosisText", "I20.0", "treatment", "住院", "advice", "每月随访")));
    assertThat(pages.get("/referrals/" + id, villageDoctor(), "en"))
        .hasStatusOk()
        .bodyText()
        .contains("每月随访", "Unstable angina");
    pages.post("/referrals/" + id + "/close", villageDoctor(), "zh-CN", pages.form(id, Map.of()));
    assertThat(fixture.state(id)).isEqualTo("CLOSED");
  }

  @Test
  void theSlipAndTheFormSayWhatTheResidentAndTheHospitalNeed() {
    var id = fixture.accepted(fixture.clinicTomorrow(1, 1));

    assertThat(pages.get("/referrals/" + id + "/slip", villageDoctor(), "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .contains("就诊凭条", "门诊楼三层 5 诊室", "08:00", "身份证", "不需要再挂号");
    assertThat(pages.get("/referrals/" + id + "/form", villageDoctor(), "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .contains("存根", "双向转诊（转出）单", "心绞痛", "宁河区医院", "青霉素");
    assertThat(pages.get("/referrals/outage", desk(), "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .contains("停机应急清单");
  }

  /// Paper has no second page: all that is open is printed.
  @Test
  void theListForAnOutageLeavesNobodyOut() {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));
    var all =
        transaction.execute(status -> {
          status.setRollbackOnly();
          jdbc.sql(
                  """
                  insert into referral.referral (id, resident, area, sender, author, author_name,
                    state, receiver, department, urgency, created_at, sent_at, changed_at, version)
                  select gen_random_uuid(), resident, area, sender, author, author_name,
                    state, receiver, department, urgency, created_at, sent_at, changed_at, version
                    from referral.referral, generate_series(1, 450) where id = :id
                  """)
              .param("id", id.value())
              .update();
          return lists.outage(villageDoctor());
        });

    assertThat(all).hasSizeGreaterThan(450).doesNotHaveDuplicates();
    assertThat(all).anyMatch(it -> it.facts().id().equals(id));
  }

  /// draft.js forgets what was typed once the referral is sent; a draft's page leaves it.
  @Test
  void theReferralsPageSaysThatItWasSent() {
    var draft = fixture.draft();
    var sent = fixture.sent(fixture.clinicTomorrow(1, 1));

    assertThat(pages.get("/referrals/" + draft, villageDoctor(), "zh-CN"))
        .bodyText()
        .doesNotContain("data-sent");
    assertThat(pages.get("/referrals/" + sent, villageDoctor(), "zh-CN"))
        .bodyText()
        .contains("data-sent=\"" + sent + "\"");
  }

  @Test
  void theStepsOfADraftLeadBack() {
    var id = fixture.draft();
    var resident = referrals.view(id, villageDoctor()).resident().id();

    for (var step : new String[] {"/clinical", "/destination", "/slot"}) {
      assertThat(pages.get("/referrals/" + id + step, villageDoctor(), "en"))
          .as(step)
          .bodyText()
          .contains("class=\"breadcrumb\"", "href=\"/referrals/sent\"", "href=\"/referrals/" + id);
    }
    assertThat(pages.get("/referrals/new?resident=" + resident, villageDoctor(), "en"))
        .bodyText()
        .contains("class=\"breadcrumb\"", "href=\"/residents/" + resident + "\"");
  }

  @Test
  void strangersGetTheSamePageAsForAnIdThatIsNone() {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));
    var stranger = TestStaff.with("village-doctor", "ninghe-dabei-v01");

    for (var path : new String[] {"", "/slip", "/form", "/clinical", "/slot", "/destination"}) {
      assertThat(pages.get("/referrals/" + id + path, stranger, "zh-CN")).as(path).hasStatus(404);
      assertThat(pages.get("/referrals/" + UUID.randomUUID() + path, stranger, "zh-CN"))
          .as(path)
          .hasStatus(404);
    }
    assertThat(
            pages.post("/referrals/" + id + "/accept", stranger, "zh-CN", pages.form(id, Map.of())))
        .hasStatus(404);
  }

  @Test
  void theApiShowsTheSameActions() {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));

    assertThat(
            http.get()
                .uri("/api/referral/referrals/{id}", id.value())
                .accept("application/json")
                .with(signedIn(clerk())))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$.actions")
        .asArray()
        .containsExactlyInAnyOrder("claim", "accept", "return", "refuse", "redirect", "forward");
    assertThat(
            http.get()
                .uri("/api/referral/referrals?list=inbox&size=200")
                .accept("application/json")
                .with(signedIn(clerk())))
        .hasStatusOk()
        .bodyText()
        .contains(id.toString());
  }

  @Test
  void listsAreSortedFilteredAndEmptyOnesSayWhatToDo() {
    var id = fixture.sent(fixture.clinicTomorrow(1, 1));
    var number = referrals.view(id, clerk()).number();

    for (var sort :
        new String[] {
          "urgency", "visit", "due", "resident", "department", "sender", "assignee", "nonsense"
        }) {
      assertThat(
              pages.get("/referrals/inbox?sort=" + sort + "&desc=true&q=" + number, clerk(), "en"))
          .as(sort)
          .hasStatusOk()
          .bodyText()
          .contains(id.toString());
    }
    assertThat(pages.get("/referrals/inbox?q=zzzzzz", clerk(), "zh-CN"))
        .bodyText()
        .contains("没有待审核的转诊");
    assertThat(pages.get("/referrals/sent?q=zzzzzz", villageDoctor(), "zh-CN"))
        .bodyText()
        .contains("没有符合条件的转诊");
    assertThat(pages.get("/referrals/care?q=zzzzzz", physician(), "zh-CN"))
        .bodyText()
        .contains("标记到诊");
    assertThat(pages.get("/referrals/desk?day=2031-01-01", desk(), "zh-CN"))
        .bodyText()
        .contains("2031-01-01");
  }

  @Test
  void homeAndTheResidentsPageLeadHere() {
    var id = fixture.draft();
    var resident = referrals.view(id, villageDoctor()).resident().id();

    assertThat(pages.get("/", villageDoctor(), "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .contains("/referrals/sent?state=draft");
    assertThat(pages.get("/residents/" + resident, villageDoctor(), "zh-CN"))
        .hasStatusOk()
        .bodyText()
        .contains("/referrals/new?resident=" + resident, "/referrals/" + id);
  }
}
