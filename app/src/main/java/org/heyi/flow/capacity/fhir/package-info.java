/// Clinics, slots and appointments as FHIR resources, and booking by the operations of IHE
/// ITI.Scheduling. Start reading at `BookedAppointments`.
@NullMarked
package org.heyi.flow.capacity.fhir;

import org.jspecify.annotations.NullMarked;
