package org.heyi.person.resident.web;

import static org.heyi.person.resident.web.Typed.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.heyi.person.resident.ChangeResident;
import org.heyi.person.resident.Particulars;
import org.heyi.person.resident.identity.PersonName;
import org.heyi.person.resident.identity.Sex;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shell.Words;
import org.jspecify.annotations.Nullable;

/// The form that corrects particulars, as typed.
public record ChangeForm(
    @Nullable UUID key,
    @Nullable Integer version,
    @Nullable String name,
    @Nullable String sex,
    @Nullable String birthDate,
    @Nullable String birthEstimated,
    @Nullable String phone,
    @Nullable String address,
    @Nullable String residence,
    @Nullable String ownCode) {

  static ChangeForm of(int version, Particulars now) {
    var sex = now.sex();
    var born = now.birthDate();
    return new ChangeForm(
        UUID.randomUUID(),
        version,
        now.name(),
        sex == null ? "" : sex.code(),
        born == null ? "" : born.toString(),
        now.birthEstimated() ? "yes" : "",
        now.phone(),
        now.address(),
        now.residence(),
        now.ownCode());
  }

  ChangeForm cleaned() {
    return new ChangeForm(
        key,
        version,
        PersonName.cleaned(text(name)),
        sex,
        birthDate,
        birthEstimated,
        phone,
        address,
        residence,
        ownCode);
  }

  public ParticularsShown shown() {
    return new ParticularsShown(
        text(name),
        text(sex),
        text(birthDate),
        text(birthEstimated),
        text(phone),
        text(address),
        text(residence),
        text(ownCode));
  }

  boolean birthDateIsUnreadable() {
    return !text(birthDate).isEmpty() && Typed.date(text(birthDate)) == null;
  }

  public int seenVersion() {
    return version == null ? 0 : version;
  }

  ChangeResident command(ResidentId id) {
    return new ChangeResident(
        id,
        seenVersion(),
        new Particulars(
            text(name),
            Sex.find(text(sex)).orElse(null),
            Typed.date(text(birthDate)),
            !text(birthEstimated).isEmpty(),
            text(phone),
            text(address),
            text(residence),
            text(ownCode)));
  }

  /// What was typed, by the labels of the form, to be copied when somebody else was quicker.
  Map<String, String> typed(Words words) {
    var typed = new LinkedHashMap<String, String>();
    typed.put(words.of("resident.name"), text(name));
    typed.put(words.of("resident.birth-date"), text(birthDate));
    typed.put(words.of("resident.phone"), text(phone));
    typed.put(words.of("resident.address"), text(address));
    typed.put(words.of("resident.own-code"), text(ownCode));
    return typed;
  }
}
