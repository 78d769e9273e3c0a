package org.heyi.person.resident;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which fields a change touches, by their names in forms.
final class Difference {

  static List<String> between(Particulars before, Person after) {
    var fields = new ArrayList<String>();
    note(fields, "name", before.name(), after.name().value());
    note(fields, "sex", before.sex(), after.sex());
    note(fields, "birth-date", before.birthDate(), after.birthDate());
    note(fields, "phone", before.phone(), after.phone());
    note(fields, "address", before.address(), after.address());
    note(fields, "residence", before.residence(), after.residence());
    note(fields, "own-code", before.ownCode(), after.ownCode());
    return fields;
  }

  private static void note(
      List<String> fields, String field, @Nullable Object before, Object after) {
    if (!after.equals(before)) {
      fields.add(field);
    }
  }

  private Difference() {}
}
