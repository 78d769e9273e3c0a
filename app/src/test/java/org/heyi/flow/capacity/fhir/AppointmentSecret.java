package org.heyi.flow.capacity.fhir;

import java.util.List;
import java.util.UUID;
import org.heyi.TestStaff;
import org.heyi.flow.capacity.Appointments;
import org.heyi.flow.capacity.BookSlot;
import org.heyi.flow.capacity.BookingNumber;
import org.heyi.flow.capacity.TestHospital;
import org.heyi.platform.fhir.FhirSecret;
import org.heyi.platform.shared.InstitutionId;
import org.springframework.stereotype.Component;

/// A booking of one institution at the hospital.
@Component
class AppointmentSecret implements FhirSecret {

  private final TestScheduling scheduling;
  private final Appointments appointments;

  AppointmentSecret(TestScheduling scheduling, Appointments appointments) {
    this.scheduling = scheduling;
    this.appointments = appointments;
  }

  @Override
  public String type() {
    return AppointmentResource.TYPE;
  }

  @Override
  public Real make() {
    var clinic = scheduling.clinic(TestHospital.freshDay(TestScheduling.HOSPITAL), 1, 1, 0);
    var resident = scheduling.residentOf(OWNER);
    var number = UUID.randomUUID().toString();
    var purpose =
        new BookingNumber(new InstitutionId(OWNER), TestScheduling.NUMBERS, number).purpose();
    var booked =
        appointments.book(
            new BookSlot(scheduling.slot(clinic, 1), resident, purpose),
            TestStaff.with("family-doctor", OWNER));
    return new Real(
        booked.id().toString(),
        List.of(
            "patient=Patient/" + resident, "identifier=" + TestScheduling.NUMBERS + "%7C" + number),
        List.of());
  }
}
