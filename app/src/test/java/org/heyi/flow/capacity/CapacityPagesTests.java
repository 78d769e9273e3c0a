package org.heyi.flow.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heyi.TestStaff.signedIn;
import static org.heyi.flow.capacity.TestHospital.clerkOf;
import static org.heyi.flow.capacity.TestHospital.freshDay;
import static org.heyi.flow.capacity.TestHospital.on;
import static org.heyi.flow.capacity.TestHospital.start;

import java.time.LocalDate;
import java.util.UUID;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.Satisfies;
import org.heyi.TestStaff;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The pages of clerk, doctor and desk, without JavaScript.
@HeyiTest
class CapacityPagesTests {

  static final String TAICANG = "taicang-zhongyi";
  static final String NINGHE = "ninghe-yiyuan";

  @Autowired TestHospital hospital;
  @Autowired Appointments appointments;
  @Autowired Slots slots;
  @Autowired Clinics clinics;
  @Autowired MovableClock clock;
  @Autowired MockMvcTester http;

  Staff clerk;
  Staff doctor;
  Staff desk;

  @BeforeEach
  void people() {
    clerk = clerkOf(NINGHE);
    doctor = TestStaff.with("family-doctor", "ninghe-dabei");
    desk = TestStaff.with("desk-clerk", NINGHE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh-CN", "en"})
  void thePagesOfTheClerkShowInBothLanguages(String language) {
    var day = freshDay(NINGHE);
    var clinic = hospital.published(NINGHE, day, "expert", 2, 3, 1);
    hospital.draft(NINGHE, day, "ordinary", 2, 3, 1);

    for (var path :
        new String[] {
          "/clinics?week=" + day,
          "/clinic-templates",
          "/quota?from=" + day,
          "/clinics/publish?from=" + day + "&until=" + day,
          "/clinics/" + clinic,
          "/to-tell"
        }) {
      assertThat(get(path, clerk, language)).as(path).hasStatusOk();
    }
    assertThat(get("/clinics?week=" + day, clerk, language))
        .bodyText()
        .contains("/clinics/" + clinic);
  }

  @Test
  void emptyPagesSayWhatToDo() {
    var nobody = TestStaff.with("schedule-clerk", "ninghe-zhongyiyuan");

    assertThat(get("/clinics?week=2026-11-23", nobody, "zh-CN")).bodyText().contains("按模板生成");
    assertThat(get("/clinic-templates", nobody, "zh-CN")).bodyText().contains("在下方录入");
    assertThat(get("/my-clinics", TestStaff.with("physician", NINGHE), "zh-CN"))
        .bodyText()
        .contains("今天没有您的门诊");
    assertThat(get("/appointments?day=2026-11-23", desk, "zh-CN")).bodyText().contains("换一天");
  }

  @Test
  @Satisfies("APT-02")
  void publishingBelowTheShareComesBackWithTheFiguresAndAFieldForTheReason() {
    var day = freshDay(TAICANG);
    hospital.draft(TAICANG, day, "expert", 1, 10, 4);
    var taicang = clerkOf(TAICANG);
    var key = UUID.randomUUID().toString();

    var refused = publish(taicang, day.toString(), key, "");

    assertThat(refused).hasStatus(422).bodyText().contains("还差 1 个").contains("shareReason");
    assertThat(publish(taicang, day.toString(), UUID.randomUUID().toString(), "专家下乡"))
        .hasStatus3xxRedirection();
    assertThat(get("/quota?from=" + day, taicang, "zh-CN"))
        .bodyText()
        .contains("专家下乡")
        .contains(taicang.name());
  }

  @Test
  void aTemplateIsEnteredAndDraftedAndWhatIsWrongIsSaidAtTheField() {
    var bad =
        http.post()
            .uri("/clinic-templates")
            .with(signedIn(clerk))
            .header("Accept-Language", "zh-CN")
            .param("key", UUID.randomUUID().toString())
            .param("department", "03.04")
            .param("practitioner", "")
            .param("weekday", "9")
            .param("minutes", "x")
            .exchange();
    assertThat(bad).hasStatus(422).bodyText().contains("请填写医师姓名").contains("每段 5 到 240 分钟");

    var key = UUID.randomUUID().toString();
    for (int press = 0; press < 2; press++) {
      assertThat(template(key)).hasStatus3xxRedirection();
    }
    assertThat(
            get("/clinic-templates?department=" + TestHospital.ANOTHER_DEPARTMENT, clerk, "zh-CN"))
        .bodyText()
        .containsOnlyOnce("<td data-label=\"出诊医师\">页面医师</td>");
    assertThat(template(UUID.randomUUID().toString())).hasStatus(409).bodyText().contains("停用");
  }

  @Test
  void theDeskSeesTheDayMarksArrivalAndSeesNoFullNumbers() {
    var day = freshDay(NINGHE);
    hospital.published(NINGHE, day, "ordinary", 1, 2, 0);
    hospital.at(day, 2, "10:00");
    var slot = slots.free(on(NINGHE, day), doctor).getFirst().slot();
    var booked = appointments.book(hospital.booking(slot, doctor), doctor);
    clock.set(start(day));

    var list = get("/appointments?day=" + day, desk, "zh-CN");
    assertThat(list).hasStatusOk().bodyText().contains(booked.id().toString()).contains("****");
    var arrived =
        http.post()
            .uri("/appointments/{id}/arrive", booked.id().value())
            .with(signedIn(desk))
            .param("key", UUID.randomUUID().toString())
            .param("back", "/appointments?day=" + day)
            .exchange();
    assertThat(arrived).hasStatus3xxRedirection().hasRedirectedUrl("/appointments?day=" + day);
    assertThat(get("/appointments?day=" + day + "&status=arrived", desk, "zh-CN"))
        .bodyText()
        .contains("已报到");
    assertThat(get("/appointments/" + booked.id(), desk, "en")).hasStatusOk();
  }

  @Test
  void aStoppedClinicIsSeenByTheBookerAndRebookedThere() {
    var day = freshDay(NINGHE);
    var stopped = hospital.published(NINGHE, day, "ordinary", 1, 1, 0);
    hospital.at(day, 2, "10:00");
    var slot = slots.free(on(NINGHE, day), doctor).getFirst().slot();
    var booked = appointments.book(hospital.booking(slot, doctor), doctor);
    hospital.published(NINGHE, day, "ordinary", 1, 1, 0);
    hospital.at(day, 2, "10:00");

    var stop =
        http.post()
            .uri("/clinics/{id}/stop", stopped.value())
            .with(signedIn(clerk))
            .param("key", UUID.randomUUID().toString())
            .param("version", "1")
            .param("reason", "医师生病")
            .exchange();
    assertThat(stop).hasStatus3xxRedirection();
    assertThat(get("/to-tell?size=200", doctor, "zh-CN"))
        .bodyText()
        .contains(booked.id().toString());
    var page = get("/appointments/" + booked.id(), doctor, "zh-CN");
    assertThat(page).bodyText().contains("改到所选时间");
    var spare = slots.free(on(NINGHE, day), doctor).getFirst().slot();
    assertThat(
            http.post()
                .uri("/appointments/{id}/move", booked.id().value())
                .with(signedIn(doctor))
                .param("key", UUID.randomUUID().toString())
                .param("slot", spare.toString())
                .exchange())
        .hasStatus3xxRedirection();
    assertThat(get("/to-tell?size=200", doctor, "zh-CN"))
        .bodyText()
        .doesNotContain(booked.id().toString());
  }

  /// Pressed twice, or sent again after a lost answer: the same page, not an error.
  @Test
  void everyPressOfTheSchedulesPagesMayBeSentTwice() {
    var day = freshDay(NINGHE);
    var clinic = hospital.published(NINGHE, day, "ordinary", 3, 1, 0);
    var draft = hospital.draft(NINGHE, day, "ordinary", 1, 1, 0);
    hospital.at(day, 2, "10:00");
    var arrives = booked(day);
    var misses = booked(day);
    var cancels = booked(day);
    clinics.substitute(
        new ClinicChange.Substitute(clinic, 1, "王替诊", null, "ordinary", "外出开会", ""), clerk);
    hospital.at(day, 0, "10:00");

    twice("/appointments/" + arrives + "/told", doctor, "/to-tell");
    twice("/appointments/" + arrives + "/arrive", desk, "/appointments/" + arrives);
    twice("/appointments/" + misses + "/no-show", desk, "/appointments/" + misses);
    twice("/appointments/" + cancels + "/cancel", doctor, "/appointments/" + cancels);
    twice("/clinics/" + draft + "/discard", clerk, "/clinics");
    twice("/clinic-templates/" + hospital.template(NINGHE) + "/retire", clerk, "/clinic-templates");
  }

  private void twice(String path, Staff by, String page) {
    var key = UUID.randomUUID().toString();
    for (int press = 0; press < 2; press++) {
      assertThat(
              http.post()
                  .uri(path)
                  .with(signedIn(by))
                  .param("key", key)
                  .param("version", "0")
                  .param("reason", "不去了"))
          .as("%s, press %d", path, press + 1)
          .hasStatus3xxRedirection()
          .hasRedirectedUrl(page);
    }
  }

  private AppointmentId booked(LocalDate day) {
    var slot = slots.free(on(NINGHE, day), doctor).getFirst().slot();
    return appointments.book(hospital.booking(slot, doctor), doctor).id();
  }

  @Test
  void whoIsToBeToldIsSortedAsAskedAndTheAppointmentLeadsBack() {
    var day = freshDay(NINGHE);
    var clinic = hospital.published(NINGHE, day, "ordinary", 1, 1, 0);
    hospital.at(day, 2, "10:00");
    var booked = booked(day);
    clinics.stop(new ClinicChange.Stop(clinic, 1, "医师生病", ""), clerk);

    for (var sort :
        new String[] {"time", "resident", "hospital", "what", "booked-by", "nonsense"}) {
      assertThat(get("/to-tell?size=200&desc=true&sort=" + sort, doctor, "en"))
          .as(sort)
          .hasStatusOk()
          .bodyText()
          .contains(booked.toString(), "aria-sort");
    }
    assertThat(get("/appointments/" + booked, doctor, "en"))
        .bodyText()
        .contains("class=\"breadcrumb\"", "href=\"/to-tell\"");
    assertThat(get("/appointments/" + booked, desk, "en"))
        .bodyText()
        .contains("href=\"/appointments?day=" + day + "\"");
  }

  @Test
  void aStaleOrIncompleteChangeComesBackWithWhatWasTyped() {
    var day = freshDay(NINGHE);
    var clinic = hospital.published(NINGHE, day, "ordinary", 1, 1, 0);

    var stale =
        http.post()
            .uri("/clinics/{id}/stop", clinic.value())
            .with(signedIn(clerk))
            .header("Accept-Language", "zh-CN")
            .param("key", UUID.randomUUID().toString())
            .param("version", "0")
            .param("reason", "我写的原因")
            .exchange();

    assertThat(stale).hasStatus(409).bodyText().contains("已有人修改过").contains("我写的原因");
  }

  @Test
  @Satisfies("APT-01")
  void freeSlotsAreThereAsJson() {
    var day = freshDay(NINGHE);
    hospital.published(NINGHE, day, "expert", 1, 2, 1);
    hospital.at(day, 3, "10:00");

    assertThat(get("/api/capacity/slots?hospital=" + NINGHE + "&from=" + day, doctor, "en"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$[0].slotClass")
        .isEqualTo("expert");
    assertThat(get("/api/capacity/slots?hospital=nowhere-at-all", doctor, "en")).hasStatus(404);
  }

  @Test
  void othersAreTurnedAway() {
    var day = freshDay(NINGHE);
    var clinic = hospital.published(NINGHE, day, "ordinary", 1, 1, 0);

    assertThat(get("/clinics", doctor, "en")).hasStatus(403);
    assertThat(get("/clinics/" + clinic, doctor, "en")).hasStatus(404);
    assertThat(get("/clinics/" + clinic, clerkOf(TAICANG), "en")).hasStatus(404);
    assertThat(get("/clinics/not-an-id", clerk, "en")).hasStatus(404);
    assertThat(get("/appointments", doctor, "en")).hasStatus(403);
  }

  private MvcTestResult template(String key) {
    return http.post()
        .uri("/clinic-templates")
        .with(signedIn(clerk))
        .header("Accept-Language", "zh-CN")
        .param("key", key)
        .param("department", TestHospital.ANOTHER_DEPARTMENT)
        .param("practitioner", "页面医师")
        .param("weekday", "2")
        .param("session", "pm")
        .param("slotClass", "expert")
        .param("place", "门诊楼3层")
        .param("start", "13:30")
        .param("minutes", "20")
        .param("segments", "6")
        .param("places", "3")
        .param("reserved", "1")
        .param("extraLimit", "2")
        .exchange();
  }

  private MvcTestResult publish(Staff staff, String day, String key, String reason) {
    return http.post()
        .uri("/clinics/publish")
        .with(signedIn(staff))
        .header("Accept-Language", "zh-CN")
        .param("key", key)
        .param("from", day)
        .param("until", day)
        .param("department", "")
        .param("shareReason", reason)
        .exchange();
  }

  private MvcTestResult get(String path, Staff staff, String language) {
    return http.get()
        .uri(path)
        .with(signedIn(staff))
        .header("Accept-Language", language)
        .exchange();
  }
}
