package org.heyi.flow.capacity.fhir;

import java.util.List;
import org.heyi.platform.access.AccessSettings;
import org.heyi.platform.fhir.FhirOffer;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.springframework.stereotype.Component;

/// What the operations of Appointment answer: a searchset of Appointments (IHE ITI.Scheduling,
/// Scheduling Bundle).
@Component
class FoundAppointments {

  private static final String PROFILE = FhirOffer.of(Appointment.class).profile();

  private final String base;

  FoundAppointments(AccessSettings settings) {
    base = settings.issuer() + "/fhir/" + AppointmentResource.TYPE + "/";
  }

  Bundle of(List<Appointment> appointments) {
    var bundle = new Bundle().setType(BundleType.SEARCHSET).setTotal(appointments.size());
    for (var it : appointments) {
      it.getMeta().addProfile(PROFILE);
      bundle
          .addEntry()
          .setFullUrl(base + it.getIdElement().getIdPart())
          .setResource(it)
          .getSearch()
          .setMode(SearchEntryMode.MATCH);
    }
    return bundle;
  }
}
