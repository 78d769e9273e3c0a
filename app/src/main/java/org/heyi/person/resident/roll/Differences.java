package org.heyi.person.resident.roll;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.heyi.person.resident.Particulars;
import org.heyi.person.resident.RegisterResident;
import org.heyi.person.resident.identity.Identifier;
import org.heyi.person.resident.identity.PersonName;
import org.heyi.person.resident.identity.Phone;
import org.heyi.person.resident.identity.Sex;

/// 差异: in what a row differs from the person on file. An empty cell differs in nothing, so that
/// nothing is ever erased; the name stays as their papers were read.
record Differences(RollRow row, OnFile person) {

  /// The person as the row would have them.
  Particulars merged() {
    var there = person.person();
    var said = row.command().person();
    return new Particulars(
        there.name(),
        row.has("sex") ? said.sex() : there.sex(),
        row.has("birth-date") ? said.birthDate() : there.birthDate(),
        row.has("birth-estimated") ? said.birthEstimated() : there.birthEstimated(),
        row.has("phone") ? said.phone() : there.phone(),
        row.has("address") ? said.address() : there.address(),
        row.has("residence") ? said.residence() : there.residence(),
        row.has("own-code") ? said.ownCode() : there.ownCode());
  }

  /// Columns of the particulars that differ.
  List<String> particulars() {
    var there = person.person();
    var said = row.command().person();
    var fields = new ArrayList<String>();
    note(
        fields, "sex", Sex.find(row.row().text("sex")).filter(it -> it != there.sex()).isPresent());
    note(fields, "birth-date", !Objects.equals(there.birthDate(), said.birthDate()));
    note(fields, "birth-estimated", estimatedDiffers());
    note(fields, "phone", !Phone.normalised(said.phone()).equals(there.phone()));
    note(fields, "address", !said.address().equals(there.address()));
    note(fields, "residence", !said.residence().equals(there.residence()));
    note(fields, "own-code", !said.ownCode().equals(there.ownCode()));
    return fields;
  }

  /// Who has an ID number has a birth date that is known.
  private boolean estimatedDiffers() {
    boolean said = row.command().person().birthEstimated() && person.card().isEmpty();
    return said != person.person().birthEstimated();
  }

  private void note(List<String> fields, String column, boolean differs) {
    if (row.has(column) && differs) {
      fields.add(column);
    }
  }

  /// Column → number that the person does not have yet.
  Map<String, Identifier> numbers() {
    var more = new java.util.LinkedHashMap<>(row.numbers());
    more.values().removeAll(person.numbers());
    return more;
  }

  Optional<RegisterResident.Contact> contact() {
    return row.command().contacts().stream()
        .filter(it ->
            person.contacts().stream()
                .noneMatch(there ->
                    there.name().equals(PersonName.cleaned(it.name()))
                        && there.relation().equals(it.relation())
                        && there.phone().equals(Phone.normalised(it.phone()))))
        .findFirst();
  }

  boolean movesFirstContact() {
    var institution = row.command().firstContact();
    return institution != null && !institution.value().equals(person.firstContact());
  }

  /// Population groups that the row says and nobody has recorded; what it does not say stays.
  List<String> groups() {
    return row.groups().stream().filter(it -> !person.groups().contains(it)).toList();
  }

  /// All columns in which it differs.
  List<String> fields() {
    var fields = new ArrayList<>(particulars());
    fields.addAll(numbers().keySet());
    contact().ifPresent(_ -> fields.add("contact-name"));
    note(fields, "first-contact", movesFirstContact());
    fields.addAll(groups());
    return fields;
  }
}
