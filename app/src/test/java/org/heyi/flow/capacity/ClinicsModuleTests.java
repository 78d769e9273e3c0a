package org.heyi.flow.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.heyi.flow.capacity.TestHospital.clerkOf;
import static org.heyi.flow.capacity.TestHospital.freshDay;
import static org.heyi.flow.capacity.TestHospital.on;
import static org.heyi.flow.capacity.TestHospital.start;

import java.time.LocalDate;
import java.util.List;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestStaff;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The reserved share on the real packs. The figures are the plans', not the packs': 太仓 ≥ 50 % of
/// expert slots, open to family doctors five days ahead (002 二(三)6); 临沂 20 % of outpatient slots
/// (003 三(三)1); 宁河 priority without a number (000 §十五).
@HeyiTest
class ClinicsModuleTests {

  static final String TAICANG = "taicang-shiyiyuan";
  static final String LINYI = "linyi-renmin";
  static final String NINGHE = "ninghe-yiyuan";

  @Autowired TestHospital hospital;
  @Autowired Clinics clinics;
  @Autowired Schedules schedules;
  @Autowired Slots slots;
  @Autowired Appointments appointments;

  @Test
  @Satisfies("APT-02")
  void inTaicangHalfOfTheExpertSlotsAreReservedOrAReasonIsOnRecord() {
    var day = freshDay(TAICANG);
    hospital.draft(TAICANG, day, "expert", 3, 10, 5);
    hospital.draft(TAICANG, day, "expert", 1, 1, 0);

    assertThatThrownBy(() -> hospital.publish(TAICANG, day, " "))
        .hasMessageContaining("capacity.share-below-expert")
        .hasMessageContaining("31, 15, 16, 1");
    assertThat(quota(TAICANG, day)).isEmpty();

    assertThat(hospital.publish(TAICANG, day, "专家外出会诊")).isEqualTo(2);
    var expert = quota(TAICANG, day).getFirst();
    assertThat(expert.missing()).isEqualTo(1);
    assertThat(expert.reason()).isEqualTo("专家外出会诊");
    assertThat(expert.reasonBy()).isEqualTo(clerkOf(TAICANG).name());
    assertThat(expert.reasonAt()).isNotNull();
  }

  @Test
  @Satisfies("APT-02")
  void exactlyHalfNeedsNoReasonAndOrdinarySlotsDoNotCount() {
    var day = freshDay(TAICANG);
    hospital.draft(TAICANG, day, "expert", 3, 10, 5);
    hospital.draft(TAICANG, day, "ordinary", 4, 10, 0);

    assertThat(hospital.publish(TAICANG, day, "")).isEqualTo(2);
    assertThat(quota(TAICANG, day))
        .extracting(QuotaLine::basis, QuotaLine::offered, QuotaLine::reserved, QuotaLine::required)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("expert", 30, 15, 15),
            org.assertj.core.groups.Tuple.tuple("outpatient", 70, 15, 0));
  }

  @Test
  @Satisfies("APT-02")
  void inLinyiAFifthOfAllOutpatientSlots() {
    var day = freshDay(LINYI);
    hospital.draft(LINYI, day, "ordinary", 3, 7, 1);
    hospital.draft(LINYI, day, "expert", 1, 5, 2);

    assertThatThrownBy(() -> hospital.publish(LINYI, day, ""))
        .hasMessageContaining("capacity.share-below-outpatient")
        .hasMessageContaining("26, 5, 6, 1");

    hospital.draft(LINYI, day, "ordinary", 1, 1, 1);
    assertThat(hospital.publish(LINYI, day, "")).isEqualTo(3);
  }

  @Test
  @Satisfies("APT-02")
  void inNingheTheHospitalMayMarkSlotsAndNoMinimumIsHeld() {
    var day = freshDay(NINGHE);
    hospital.draft(NINGHE, day, "expert", 2, 5, 0);

    assertThat(hospital.publish(NINGHE, day, "")).isEqualTo(1);
    assertThat(quota(NINGHE, day)).allMatch(it -> it.required() == 0 && it.missing() == 0);
  }

  @Test
  @Satisfies({"APT-03", "APT-06"})
  void inTaicangFamilyDoctorsBookFiveDaysAheadAndOthersCannotTakeWhatIsReserved() {
    var day = freshDay(TAICANG);
    hospital.published(TAICANG, day, "expert", 2, 2, 1);
    var familyDoctor = TestStaff.with("family-doctor", "taicang-chengxiang");
    var clerk = TestStaff.with("referral-clerk", TAICANG);

    hospital.at(day, 6, "23:59");
    for (var booker : List.of(familyDoctor, clerk)) {
      assertThat(slots.free(on(TAICANG, day), booker)).isEmpty();
    }
    hospital.at(day, 5, "00:00");
    var open = slots.free(on(TAICANG, day), familyDoctor);
    assertThat(open).hasSize(2).allMatch(FreeSlot::reserved);
    assertThat(slots.free(on(TAICANG, day), clerk)).isEmpty();

    var reserved = open.getFirst().slot();
    hospital.at(day, 6, "12:00");
    assertRefused(reserved, familyDoctor, "capacity.not-yet-open");
    assertRefused(reserved, clerk, "capacity.not-entitled");
    hospital.at(day, 3, "12:00");
    assertRefused(reserved, clerk, "capacity.not-entitled");
    hospital.at(day, 5, "00:00");
    var booked = appointments.book(hospital.booking(reserved, familyDoctor), familyDoctor);
    assertThat(booked.reserved()).isTrue();
    assertThat(booked.start()).isEqualTo(start(day));
  }

  @Test
  @Satisfies("APT-02")
  void everyLaterChangeHoldsTheShareToo() {
    var day = freshDay(TAICANG);
    var first = hospital.draft(TAICANG, day, "expert", 1, 4, 2);
    var second = hospital.draft(TAICANG, day, "expert", 1, 4, 2);
    hospital.publish(TAICANG, day, "");
    var clerk = clerkOf(TAICANG);
    var segment = start(day);

    assertThatThrownBy(() ->
            clinics.mark(new ClinicChange.Mark(first, 1, segment, 1, false, ""), clerk))
        .hasMessageContaining("capacity.share-below-expert");
    assertThatThrownBy(() ->
            clinics.addExtra(
                new ClinicChange.AddExtra(first, 1, segment, 1, false, "病情需要", ""), clerk))
        .hasMessageContaining("capacity.share-below-expert");
    clinics.mark(new ClinicChange.Mark(first, 1, segment, 2, true, ""), clerk);
    clinics.mark(new ClinicChange.Mark(second, 1, segment, 2, false, ""), clerk);
    assertThatThrownBy(() ->
            clinics.stop(new ClinicChange.Stop(first, 2, "医师生病", ""), clerk))
        .hasMessageContaining("capacity.share-below-expert");
    assertThatThrownBy(() ->
            clinics.substitute(
                new ClinicChange.Substitute(first, 2, "替诊医师", null, "ordinary", "外出", ""), clerk))
        .hasMessageContaining("capacity.share-below-expert");

    clinics.stop(new ClinicChange.Stop(first, 2, "医师生病", "当日无其他专家"), clerk);
    var expert = quota(TAICANG, day).getFirst();
    assertThat(expert.offered()).isEqualTo(4);
    assertThat(expert.missing()).isEqualTo(2);
    assertThat(expert.reason()).isEqualTo("当日无其他专家");

    clinics.mark(new ClinicChange.Mark(second, 2, segment, 1, true, ""), clerk);
    assertThat(quota(TAICANG, day).getFirst().reason()).isEqualTo("当日无其他专家");
    clinics.mark(new ClinicChange.Mark(second, 3, segment, 1, true, ""), clerk);
    assertThat(quota(TAICANG, day).getFirst().reason()).isEmpty();
  }

  @Test
  void theTableItselfHoldsTheShare(@Autowired org.springframework.jdbc.core.simple.JdbcClient jdbc) {
    var day = freshDay(TAICANG);
    hospital.draft(TAICANG, day, "expert", 1, 4, 2);
    hospital.publish(TAICANG, day, "");

    assertThatThrownBy(() ->
            jdbc.sql(
                    """
                    update capacity.quota_day set reserved = 1
                     where hospital = :hospital and day = :day and basis = 'expert'
                    """)
                .param("hospital", TAICANG)
                .param("day", day)
                .update())
        .hasMessageContaining("quota_day_share_or_reason");
  }

  @Test
  void extraNumbersHaveTheirLimitAndAStaleVersionIsRefused() {
    var day = freshDay(NINGHE);
    var clinic = hospital.published(NINGHE, day, "ordinary", 1, 2, 0);
    var clerk = clerkOf(NINGHE);
    var extra = new ClinicChange.AddExtra(clinic, 1, start(day), 3, true, "转诊患者多", "");

    clinics.addExtra(extra, clerk);
    assertThatThrownBy(() -> clinics.addExtra(extra, clerk))
        .hasMessageContaining("capacity.changed-meanwhile");
    assertThatThrownBy(() ->
            clinics.addExtra(
                new ClinicChange.AddExtra(clinic, 2, start(day), 2, true, "转诊患者多", ""), clerk))
        .hasMessageContaining("capacity.extra-limit-reached");
    var view = schedules.clinic(clinic, clerk);
    assertThat(view.extras()).isEqualTo(3);
    assertThat(view.segments().getFirst().freeReserved()).isEqualTo(3);
    assertThat(view.segments().getFirst().freePublic()).isEqualTo(2);
  }

  @Test
  void draftingTwiceOrCopyingOntoWhatIsThereAddsNothing(@Autowired Templates templates) {
    var day = freshDay(NINGHE);
    var clinic = hospital.draft(NINGHE, day, "ordinary", 2, 3, 1);
    var clerk = clerkOf(NINGHE);
    var line = schedules.clinic(clinic, clerk).clinic();
    var template =
        templates.plan(
            new PlanTemplate(
                TestHospital.DEPARTMENT,
                line.practitioner(),
                null,
                day.getDayOfWeek(),
                "am",
                "ordinary",
                "门诊楼2层",
                0,
                PlanTemplate.even(TestHospital.EIGHT, 30, 2, 3, 1)),
            clerk);

    assertThat(templates.draft(day, day, TestHospital.DEPARTMENT, clerk)).isZero();
    assertThatThrownBy(() -> templates.copyWeek(day, day, TestHospital.DEPARTMENT, clerk))
        .hasMessageContaining("capacity.period-not-possible");
    templates.retire(template, clerk);
    assertThat(schedules.clinic(clinic, clerk).segments()).hasSize(2);
  }

  @Test
  void aStrangerDoesNotSeeTheClinicAndADoctorCannotStopIt() {
    var day = freshDay(NINGHE);
    var clinic = hospital.published(NINGHE, day, "ordinary", 1, 2, 0);
    var stop = new ClinicChange.Stop(clinic, 1, "试试", "");

    assertThatThrownBy(() -> schedules.clinic(clinic, clerkOf(TAICANG)))
        .hasMessageContaining("capacity.not-found");
    assertThatThrownBy(() -> clinics.stop(stop, clerkOf(TAICANG)))
        .hasMessageContaining("capacity.not-found");
    assertThatThrownBy(() -> clinics.stop(stop, TestStaff.with("physician", NINGHE)))
        .hasMessageContaining("capacity.not-your-duty");
  }

  private List<QuotaLine> quota(String where, LocalDate day) {
    return schedules.quota(day, day, clerkOf(where));
  }

  private void assertRefused(SlotId slot, Staff booker, String code) {
    assertThatThrownBy(() -> appointments.book(hospital.booking(slot, booker), booker))
        .hasMessageContaining(code);
  }
}
