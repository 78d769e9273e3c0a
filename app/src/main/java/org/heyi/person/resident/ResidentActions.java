package org.heyi.person.resident;

import static org.heyi.person.resident.ResidentAction.ADD_CONTACT;
import static org.heyi.person.resident.ResidentAction.ADD_NUMBER;
import static org.heyi.person.resident.ResidentAction.CHANGE;
import static org.heyi.person.resident.ResidentAction.FLAG;
import static org.heyi.person.resident.ResidentAction.PRINT;
import static org.heyi.person.resident.ResidentAction.RECORD_CONSENT;
import static org.heyi.person.resident.ResidentAction.REVEAL;
import static org.heyi.person.resident.ResidentAction.TIE;

import java.util.EnumSet;
import java.util.Set;

/// What the reader may do with a resident: one pure function of the duties that reach them.
final class ResidentActions {

  /// @param reaching the duties of the reader that reach an institution with a live relationship
  static Set<ResidentAction> of(Set<ResidentDuty> reaching) {
    var actions = EnumSet.noneOf(ResidentAction.class);
    if (!reaching.contains(ResidentDuty.VIEW)) {
      return actions;
    }
    actions.add(PRINT);
    if (reaching.contains(ResidentDuty.REVEAL)) {
      actions.add(REVEAL);
    }
    if (reaching.contains(ResidentDuty.REGISTER)) {
      actions.addAll(EnumSet.of(CHANGE, ADD_NUMBER, ADD_CONTACT, RECORD_CONSENT, TIE));
    }
    if (reaching.contains(ResidentDuty.CARE)) {
      actions.add(FLAG);
    }
    return actions;
  }

  private ResidentActions() {}
}
