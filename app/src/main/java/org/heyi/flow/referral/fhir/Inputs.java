package org.heyi.flow.referral.fhir;

import static org.heyi.flow.referral.ReferralAction.ACCEPT;
import static org.heyi.flow.referral.ReferralAction.ADVISE;
import static org.heyi.flow.referral.ReferralAction.ARRIVE;
import static org.heyi.flow.referral.ReferralAction.FEED_BACK;
import static org.heyi.flow.referral.ReferralAction.FORWARD;
import static org.heyi.flow.referral.ReferralAction.MOVE;
import static org.heyi.flow.referral.ReferralAction.NO_SHOW;
import static org.heyi.flow.referral.ReferralAction.REDIRECT;
import static org.heyi.flow.referral.ReferralAction.REFUSE;
import static org.heyi.flow.referral.ReferralAction.RETURN;
import static org.heyi.flow.referral.ReferralAction.SEND;
import static org.heyi.flow.referral.ReferralAction.TAKE_IN;
import static org.heyi.flow.referral.ReferralAction.WITHDRAW;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.heyi.flow.referral.ReferralAction;
import org.heyi.flow.referral.ReferralFacts;
import org.heyi.flow.referral.ReferralState;

/// 动作要素: what must be said with an action, and what may be. Each is an input of the Task, named by
/// a code of [Codes#DETAIL].
final class Inputs {

  static final String VERSION = "version";
  static final String SLOT = "slot";
  static final String WHY = "why";
  static final String REASON = "reason";
  static final String ADVICE = "advice";
  static final String QUESTION = "question";
  static final String PHYSICIAN = "physician";
  static final String OPINION = "opinion";
  static final String DIAGNOSIS = "diagnosis";
  static final String TREATMENT = "treatment";
  static final String HAPPENED = "happened";
  static final String DONE_BY = "done-by";

  private static final Map<ReferralAction, List<String>> NEEDED =
      new EnumMap<>(
          Map.of(
              SEND, List.of(SLOT),
              MOVE, List.of(SLOT),
              WITHDRAW, List.of(WHY),
              RETURN, List.of(ADVICE),
              REFUSE, List.of(REASON),
              REDIRECT, List.of(SLOT, WHY),
              FORWARD, List.of(QUESTION),
              ADVISE, List.of(OPINION),
              FEED_BACK, List.of(TREATMENT, ADVICE)));

  private static final List<String> ON_PAPER = List.of(HAPPENED, DONE_BY);

  private static final Map<ReferralAction, List<String>> POSSIBLE =
      new EnumMap<>(
          Map.of(
              REFUSE, List.of(WHY),
              FORWARD, List.of(PHYSICIAN),
              FEED_BACK, List.of(DIAGNOSIS),
              ACCEPT, ON_PAPER,
              ARRIVE, ON_PAPER,
              NO_SHOW, ON_PAPER,
              TAKE_IN, ON_PAPER));

  /// What the action cannot do without, as the referral stands: one that was returned keeps its
  /// time, and a draft is given up without a word.
  static List<String> needed(ReferralAction action, ReferralFacts it) {
    boolean keeps = action == SEND && it.slotHeld();
    boolean givenUp = action == WITHDRAW && it.state() == ReferralState.DRAFT;
    return keeps || givenUp ? List.of() : NEEDED.getOrDefault(action, List.of());
  }

  static boolean known(ReferralAction action, String input) {
    return input.equals(VERSION)
        || NEEDED.getOrDefault(action, List.of()).contains(input)
        || POSSIBLE.getOrDefault(action, List.of()).contains(input);
  }

  private Inputs() {}
}
