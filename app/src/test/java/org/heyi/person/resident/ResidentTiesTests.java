package org.heyi.person.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.Satisfies;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// First contact, grid, and the book of permanent residents.
@HeyiTest
class ResidentTiesTests {

  @Autowired Residents residents;
  @Autowired ResidentTies ties;
  @Autowired MovableClock clock;

  /// Linyi's groups register the permanent residents of a grid at its institutions.
  @Satisfies("EHR-12")
  @Test
  void theBookCountsPermanentResidentsByGridAndInstitution() {
    var doctor = TestStaff.with("village-doctor", "linyi-sanyuan");
    var other = TestStaff.with("village-doctor", "linyi-baishabu");
    TestResidents.register(doctor);
    var moving = TestResidents.register(doctor);
    var visitor = TestResidents.somebody(doctor);
    TestResidents.register(residing(visitor, "not-permanent"), doctor);
    TestResidents.register(other);

    assertThat(ties.counts(doctor))
        .containsExactly(new ResidentTies.Count("linyi-people-grid", doctor.institution(), 3, 2));
    assertThat(ties.counts(other))
        .containsExactly(new ResidentTies.Count("linyi-tcm-grid", other.institution(), 1, 1));
    var permanent = new ResidentTies.Query("", "linyi-people-grid", "household-here", "");
    assertThat(ties.book(permanent, PageQuery.first(), doctor).total()).isEqualTo(2);
    assertThat(ties.book(permanent, PageQuery.first(), other).total()).isZero();
    assertThat(ties.gridName("linyi-people-grid", true)).isEqualTo("People's hospital group grid");

    clock.advance(Duration.ofDays(1));
    residents.register(
        ResidentsModuleTests.at(command(moving, doctor), other.institution()), other);
    ties.tie(moving, other.institution(), other);

    assertThat(ties.counts(doctor))
        .containsExactly(new ResidentTies.Count("linyi-people-grid", doctor.institution(), 2, 1));
    assertThat(ties.counts(other))
        .containsExactly(new ResidentTies.Count("linyi-tcm-grid", other.institution(), 2, 2));
    assertThat(residents.view(moving, other).ties())
        .extracting(ResidentView.Tie::until)
        .containsExactly(null, LocalDate.ofInstant(clock.instant(), Moments.CHINA));
  }

  @Test
  void aTieChangedOnItsFirstDayIsCorrectedNotEnded() {
    var family = TestStaff.with("family-doctor", "ninghe-yuelong");
    var id = TestResidents.register(family);
    var clinic = TestStaff.with("village-doctor", "ninghe-yuelong-v01");
    residents.register(ResidentsModuleTests.at(command(id, family), null), clinic);

    ties.tie(id, clinic.institution(), clinic);

    assertThat(residents.view(id, clinic).ties())
        .extracting(ResidentView.Tie::institution)
        .containsExactly(clinic.institution());
    assertThatThrownBy(() -> ties.tie(id, InstitutionId.of("ninghe-lutai"), clinic))
        .hasMessage("resident.institution-out-of-reach[]");
  }

  /// The same registration as another desk would send it.
  private RegisterResident command(ResidentId id, Staff by) {
    var number = residents.reveal(id, "fill-form", by).numbers().getFirst().value();
    return TestResidents.named(residents.view(id, by).name(), number, by);
  }

  static RegisterResident residing(RegisterResident it, String residence) {
    var person = it.person();
    return new RegisterResident(
        new Particulars(person.name(), null, null, false, person.phone(), "", residence, ""),
        it.system(),
        it.number(),
        "",
        it.firstContact(),
        it.contacts(),
        it.consent(),
        true);
  }
}
