package org.heyi.front.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.heyi.person.resident.Particulars;
import org.heyi.person.resident.RegisterResident;
import org.heyi.person.resident.Residents;
import org.heyi.person.resident.identity.IdentifierSystem;
import org.heyi.person.resident.identity.Sex;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/// Registers made-up residents at the clinics of the story.
@Component
@Conditional(DemoMode.class)
class DemoResidents {

  private static final int MOST = 120;
  private static final int OF_AGE = 18;

  private final Residents residents;

  DemoResidents(Residents residents) {
    this.residents = residents;
  }

  /// @return those of each sender, in the order of `senders`
  List<List<ResidentId>> register(List<Staff> senders, SyntheticPeople people, LocalDate today) {
    var all = new ArrayList<List<ResidentId>>();
    senders.forEach(_ -> all.add(new ArrayList<>()));
    for (int i = 0; i < MOST; i++) {
      var sender = i % senders.size();
      all.get(sender).add(register(people.next(today), today, senders.get(sender)));
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

  /// Whom the law lets agree: a guardian for children (民法典 第十八条: of age from 18 on).
  private static RegisterResident.Consent consent(SyntheticPeople.Person person, LocalDate today) {
    return person.birthDate().plusYears(OF_AGE).isAfter(today)
        ? new RegisterResident.Consent(RegisterResident.Giver.GUARDIAN, "演示家属")
        : new RegisterResident.Consent(RegisterResident.Giver.SELF, "");
  }
}
