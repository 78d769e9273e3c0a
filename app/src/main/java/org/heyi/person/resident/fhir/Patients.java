package org.heyi.person.resident.fhir;

import static org.heyi.platform.fhir.FhirProblem.BAD_VALUE;
import static org.heyi.platform.fhir.FhirProblem.PARAMETER_NEEDED;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.heyi.person.resident.ChangeResident;
import org.heyi.person.resident.Lookup;
import org.heyi.person.resident.Registration;
import org.heyi.person.resident.ResidentGroups;
import org.heyi.person.resident.ResidentHit;
import org.heyi.person.resident.Residents;
import org.heyi.platform.fhir.FhirForms;
import org.heyi.platform.fhir.FhirMade;
import org.heyi.platform.fhir.FhirOffer;
import org.heyi.platform.fhir.FhirPage;
import org.heyi.platform.fhir.FhirParam;
import org.heyi.platform.fhir.FhirQuery;
import org.heyi.platform.fhir.FhirSource;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;

/// 居民 as Patient. A search finds as a desk does: by name within the catchment; elsewhere by a whole
/// number, or by name, birth date and phone together, one minimal hit.
@Component
class Patients implements FhirSource.Creating<Patient>, FhirSource.Updating<Patient> {

  private static final String NAME = "name";
  private static final String IDENTIFIER = "identifier";
  private static final String BIRTH_DATE = "birthdate";
  private static final String PHONE = "phone";

  private final Residents residents;
  private final ResidentGroups groups;

  Patients(Residents residents, ResidentGroups groups) {
    this.residents = residents;
    this.groups = groups;
  }

  @Override
  public FhirOffer<Patient> offer() {
    return FhirOffer.of(
            Patient.class,
            FhirParam.text(NAME),
            FhirParam.token(IDENTIFIER),
            FhirParam.date(BIRTH_DATE),
            FhirParam.token(PHONE))
        .including("general-practitioner", Patient::getGeneralPractitioner)
        .including("organization", it -> List.of(it.getManagingOrganization()));
  }

  @Override
  public Patient read(String id, Staff by) {
    var view = residents.view(FhirForms.id(id, ResidentId::of), by);
    return PatientResource.of(view, groups.byAge(view.birthDate()));
  }

  @Override
  public FhirPage<Patient> search(FhirQuery query, Staff by) {
    return FhirPage.all(found(query, by).stream().map(PatientResource::of).toList(), query);
  }

  private List<ResidentHit> found(FhirQuery query, Staff by) {
    var number = query.token(IDENTIFIER);
    var name = query.text(NAME);
    var born = query.text(BIRTH_DATE);
    var phone = query.token(PHONE);
    if (number.isPresent()) {
      return residents.lookUp(new Lookup.ByNumber(number.get().code()), by).stream().toList();
    }
    if (name.isEmpty()) {
      throw PARAMETER_NEEDED.with("Patient", NAME + " / " + IDENTIFIER);
    }
    if (born.isPresent() && phone.isPresent()) {
      var person = new Lookup.ByPerson(name.get(), day(born.get()), phone.get().code());
      return residents.lookUp(person, by).stream().toList();
    }
    return residents.find(name.get(), by).own().stream()
        .filter(it -> born.isEmpty() || it.birthDate().equals(day(born.get())))
        .toList();
  }

  private static LocalDate day(String written) {
    try {
      return LocalDate.parse(written);
    } catch (DateTimeException none) {
      throw BAD_VALUE.with(BIRTH_DATE, written);
    }
  }

  /// Registers as the desk does; who has this number and name already is recognised.
  @Override
  public FhirMade create(Patient body, Staff by) {
    var command = PatientBody.registration(body);
    if (command.number().isEmpty() && !PatientBody.isAnother(body)) {
      residents.mustBeNew(command, by);
    }
    var made = residents.register(command, by);
    PatientBody.numbers(body).stream()
        .skip(1)
        .forEach(it ->
            residents.addNumber(made.id(), PatientTerms.system(it.getSystem()), it.getValue(), by));
    return switch (made) {
      case Registration.Made(var id) -> FhirMade.created(id);
      case Registration.Known(var id) -> FhirMade.known(id);
    };
  }

  @Override
  public void update(String id, int version, Patient body, Staff by) {
    var resident = FhirForms.id(id, ResidentId::of);
    var person = PatientBody.particulars(body, residents.particulars(resident, by));
    residents.change(new ChangeResident(resident, version, person), by);
  }
}
