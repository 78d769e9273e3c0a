package org.heyi.flow.referral.fhir;

import static org.heyi.platform.fhir.FhirProblem.BAD_VALUE;
import static org.heyi.platform.fhir.FhirProblem.CHANGED;
import static org.heyi.platform.fhir.FhirProblem.VALUE_NEEDED;

import org.heyi.flow.capacity.SlotId;
import org.heyi.flow.referral.Redirects;
import org.heyi.flow.referral.Referrals;
import org.heyi.flow.referral.content.Diagnosis;
import org.heyi.flow.referral.content.Feedback;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A posted Task as the press of a button.
@Component
class Performing {

  private final Referrals referrals;
  private final Redirects redirects;
  private final ClinicalPart clinical;

  Performing(Referrals referrals, Redirects redirects, ClinicalPart clinical) {
    this.referrals = referrals;
    this.redirects = redirects;
    this.clinical = clinical;
  }

  void perform(ActionAsked it, Staff by) {
    var id = it.referral();
    var press = it.press();
    switch (it.action()) {
      case SEND -> referrals.send(id, it.slot(), press, by);
      case MOVE -> referrals.move(id, slot(it), press, by);
      case WITHDRAW -> referrals.withdraw(id, it.text(Inputs.WHY), press, by);
      case CLAIM -> {
        asSeen(it, by);
        referrals.claim(id, press, by);
      }
      case RELEASE -> {
        asSeen(it, by);
        referrals.release(id, press, by);
      }
      case ACCEPT -> referrals.accept(id, press, by);
      case RETURN -> referrals.giveBack(id, it.text(Inputs.ADVICE), press, by);
      case REFUSE -> {
        var reason = it.code(Inputs.REASON, Codes.REFUSAL);
        referrals.refuse(id, reason, it.text(Inputs.WHY), press, by);
      }
      case REDIRECT -> redirects.redirect(id, slot(it), it.text(Inputs.WHY), press, by);
      case FORWARD -> referrals.forward(id, it.physician(), it.text(Inputs.QUESTION), press, by);
      case RECALL -> referrals.recall(id, press, by);
      case ADVISE -> referrals.advise(id, it.text(Inputs.OPINION), press, by);
      case ARRIVE -> referrals.arrive(id, press, by);
      case NO_SHOW -> referrals.noShow(id, press, by);
      case TAKE_IN -> referrals.takeIn(id, press, by);
      case FEED_BACK -> referrals.feedBack(id, feedback(it), press, by);
      case CLOSE -> referrals.close(id, press, by);
      case START, EDIT, HAND_OVER, EXPIRE, FREE_SLOT, DISPLACE, UNBOOK ->
          throw BAD_VALUE.with("Task.code", it.action().code());
    }
  }

  /// Claiming changes no version, so the room does not ask for one.
  private void asSeen(ActionAsked it, Staff by) {
    if (referrals.view(it.referral(), by).facts().version() != it.version()) {
      throw CHANGED.with(it.version());
    }
  }

  private static SlotId slot(ActionAsked it) {
    var slot = it.slot();
    if (slot == null) {
      throw VALUE_NEEDED.with("Task.input " + Inputs.SLOT);
    }
    return slot;
  }

  private Feedback feedback(ActionAsked it) {
    return new Feedback(diagnosis(it), it.text(Inputs.TREATMENT), it.text(Inputs.ADVICE));
  }

  private @Nullable Diagnosis diagnosis(ActionAsked it) {
    var coded = it.concept(Inputs.DIAGNOSIS);
    return coded == null ? null : clinical.diagnosis("Task.input " + Inputs.DIAGNOSIS, coded);
  }
}
