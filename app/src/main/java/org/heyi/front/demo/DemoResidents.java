package org.heyi.front.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.heyi.person.resident.Particulars;
import org.heyi.person.resident.RegisterResident;
import org.heyi.person.resident.ResidentGroups;
import org.heyi.person.resident.ResidentSelections;
import org.heyi.person.resident.Residents;
import org.heyi.person.resident.SelectProviders;
import org.heyi.person.resident.identity.IdentifierSystem;
import org.heyi.person.resident.identity.Sex;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.steering.directory.Institutions;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/// Registers made-up residents at the clinics of the story.
@Component
@Conditional(DemoMode.class)
class DemoResidents {

  private static final int MOST = 120;
  private static final int OF_AGE = 18;
  private static final int EVERY_FIFTH = 5;
  private static final int EVERY_SEVENTH = 7;

  /// What is recorded of every seventh in turn, and how it is known.
  private static final List<String[]> GROUPS =
      List.of(
          new String[] {"hypertension", "diagnosis"},
          new String[] {"diabetes", "diagnosis"},
          new String[] {"disabled", "certificate"},
          new String[] {"poor", "official-list"});

  private final Residents residents;
  private final ResidentSelections selections;
  private final ResidentGroups groups;
  private final Institutions institutions;

  DemoResidents(
      Residents residents,
      ResidentSelections selections,
      ResidentGroups groups,
      Institutions institutions) {
    this.residents = residents;
    this.selections = selections;
    this.groups = groups;
    this.institutions = institutions;
  }

  /// @return those of each sender, in the order of `senders`
  List<List<ResidentId>> register(
      List<Staff> senders, InstitutionId lead, SyntheticPeople people, LocalDate today) {
    var all = new ArrayList<List<ResidentId>>();
    senders.forEach(_ -> all.add(new ArrayList<>()));
    for (int i = 0; i < MOST; i++) {
      var sender = i % senders.size();
      var person = people.next(today);
      var id = register(person, today, senders.get(sender));
      all.get(sender).add(id);
      if (i % EVERY_FIFTH == 0) {
        select(id, lead, consent(person, today), senders.get(sender));
      }
      if (i % EVERY_SEVENTH == 0) {
        var group = GROUPS.get(i / EVERY_SEVENTH % GROUPS.size());
        groups.set(id, group[0], group[1], person.birthDate().plusDays(1), senders.get(sender));
      }
    }
    return all;
  }

  private ResidentId register(SyntheticPeople.Person person, LocalDate today, Staff by) {
    var particulars =
        new Particulars(
            person.name(),
            person.female() ? Sex.FEMALE : Sex.MALE,
            person.birthDate(),
            false,
            person.phone(),
            "演示镇演示村（虚构地址）",
            "household-here",
            "");
    var command =
        new RegisterResident(
            particulars,
            IdentifierSystem.ID_CARD,
            person.idNumber(),
            "",
            by.institution(),
            List.of(new RegisterResident.Contact("演示家属", "8", "19000009999")),
            consent(person, today),
            true);
    return residents.register(command, by).id();
  }

  /// 1+1: the centre that manages the clinic, and the lead hospital.
  private void select(
      ResidentId id, InstitutionId lead, RegisterResident.Consent consent, Staff by) {
    var own = institutions.find(by.institution()).orElseThrow();
    var manager = own.managedBy();
    selections.select(
        id, new SelectProviders(manager == null ? own.id() : manager, lead, consent, null), by);
  }

  /// Whom the law lets agree: a guardian for children (民法典 第十八条: of age from 18 on).
  private static RegisterResident.Consent consent(SyntheticPeople.Person person, LocalDate today) {
    return person.birthDate().plusYears(OF_AGE).isAfter(today)
        ? new RegisterResident.Consent(RegisterResident.Giver.GUARDIAN, "演示家属")
        : new RegisterResident.Consent(RegisterResident.Giver.SELF, "");
  }
}
