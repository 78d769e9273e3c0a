package org.heyi.person.resident;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.heyi.person.resident.identity.IdCard;
import org.heyi.person.resident.identity.Identifier;
import org.heyi.person.resident.identity.Masks;
import org.heyi.person.resident.identity.PersonName;
import org.heyi.person.resident.identity.Phone;
import org.heyi.person.resident.identity.Spelling;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.springframework.stereotype.Component;

/// 查找规则: what may be found by what (design: "finding a resident").
@Component
class Finding {

  /// Fewer digits of a phone or number than this find too many.
  private static final int LEAST_DIGITS = 4;

  /// No paper or card that names a person outside the catchment has fewer.
  private static final int LEAST_WHOLE = 8;

  private final FindStore store;
  private final ResidentSight sight;
  private final Audit audit;
  private final Clock clock;
  private final ResidentRules rules = ResidentRules.load();

  Finding(FindStore store, ResidentSight sight, Audit audit, Clock clock) {
    this.store = store;
    this.sight = sight;
    this.audit = audit;
    this.clock = clock;
  }

  FoundResidents find(String typed, Staff by) {
    var asked = read(typed);
    if (asked.equals(NOTHING)) {
      return FoundResidents.none(!typed.isBlank());
    }
    var institutions = sight.institutions(by, ResidentDuty.VIEW);
    int most = rules.mostHits();
    var hits = store.within(asked, institutions, clock.instant(), most + 1);
    var own = hits.stream().limit(most).toList();
    var elsewhere =
        own.isEmpty() ? exactly(new Lookup.ByNumber(typed)) : Optional.<ResidentHit>empty();
    record("resident.searched", own, elsewhere, by);
    return new FoundResidents(own, elsewhere.map(Finding::minimal), hits.size() > most, false);
  }

  Optional<ResidentHit> lookUp(Lookup lookup, Staff by) {
    var hit = exactly(lookup);
    record("resident.looked-up", List.of(), hit, by);
    var institutions = sight.institutions(by, ResidentDuty.VIEW);
    return hit.map(it -> store.seen(it.id(), institutions, clock.instant()) ? it : minimal(it));
  }

  /// Exactly one person, or none: two who fit are nobody.
  Optional<ResidentHit> exactly(Lookup lookup) {
    var hits =
        switch (lookup) {
          case Lookup.ByNumber(var number) -> store.byNumber(whole(number));
          case Lookup.ByPerson(var name, var birthDate, var phone) ->
              store.byPerson(PersonName.keyOf(name), birthDate, Phone.normalised(phone));
        };
    return hits.size() == 1 ? Optional.of(hits.getFirst()) : Optional.empty();
  }

  private static final FindStore.Typed NOTHING = new FindStore.Typed("", "", "", "");

  /// Letters are pinyin, a name in Latin letters or a paper; digits a phone or number; else a name.
  private FindStore.Typed read(String typed) {
    var name = PersonName.keyOf(typed);
    var spelling = Spelling.key(typed);
    if (!spelling.equals(name)) {
      return name.isEmpty() ? NOTHING : new FindStore.Typed(name, "", "", "");
    }
    var number = Identifier.normalised(typed);
    boolean digits = number.chars().anyMatch(it -> it >= '0' && it <= '9');
    boolean letters = spelling.chars().anyMatch(it -> it >= 'a' && it <= 'z');
    var byNumber = digits && number.length() >= LEAST_DIGITS ? number : "";
    var byPhone = letters ? "" : phone(typed);
    var byLetters = letters && spelling.length() >= rules.leastLetters() ? spelling : "";
    return new FindStore.Typed(byLetters, byLetters, byPhone, byNumber);
  }

  private static String phone(String typed) {
    var phone = Phone.normalised(typed);
    return phone.length() >= LEAST_DIGITS ? phone : "";
  }

  /// The number as it is kept; an ID card of 15 digits is looked for as the one of 18 too.
  private Set<String> whole(String typed) {
    var number = Identifier.normalised(typed);
    if (number.length() < LEAST_WHOLE) {
      return Set.of();
    }
    var values = new LinkedHashSet<>(Set.of(number));
    try {
      values.add(IdCard.of(number, today()).number());
    } catch (ProblemException noIdCard) {
      return values;
    }
    return values;
  }

  private static ResidentHit minimal(ResidentHit hit) {
    return new ResidentHit(
        hit.id(),
        Masks.name(hit.name()),
        hit.sex(),
        hit.birthDate(),
        hit.number(),
        "",
        false,
        hit.synthetic());
  }

  private void record(
      String action, List<ResidentHit> own, Optional<ResidentHit> elsewhere, Staff by) {
    Set<ResidentId> shown = own.stream().map(ResidentHit::id).collect(Collectors.toSet());
    elsewhere.ifPresent(it -> shown.add(it.id()));
    audit.record(
        by,
        AuditEntry.of(action, Subject.of("resident", "search"))
            .about(shown)
            .with("elsewhere", elsewhere.isPresent()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }
}
