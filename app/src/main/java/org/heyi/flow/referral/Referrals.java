package org.heyi.flow.referral;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.heyi.flow.capacity.SlotId;
import org.heyi.flow.referral.Referral.Accepted;
import org.heyi.flow.referral.Referral.Booked;
import org.heyi.flow.referral.Referral.Expired;
import org.heyi.flow.referral.Referral.Route;
import org.heyi.flow.referral.Referral.Sendable;
import org.heyi.flow.referral.Referral.Sent;
import org.heyi.flow.referral.Referral.Withdrawable;
import org.heyi.flow.referral.content.Completeness;
import org.heyi.flow.referral.content.Feedback;
import org.heyi.flow.referral.content.ReviewReasons;
import org.heyi.platform.access.Relationships;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.heyi.platform.shell.Once;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of this room for what is sent: review, visit, feedback. Drafts are written at [Drafts].
///
/// A method is one press of a button: open as the caller sees it, decide, put down. Pressed twice
/// it has one effect.
@Service
@Transactional
public class Referrals {

  static final int LONGEST_TEXT = 2000;

  private final Casebook casebook;
  private final SummaryStore summaries;
  private final ReferralReader reader;
  private final ReferralWork work;
  private final Visits visits;
  private final FirstContacts firstContacts;
  private final Relationships relationships;
  private final ReviewReasons reasons;
  private final Physicians physicians;
  private final Audit audit;
  private final Once once;

  Referrals(
      Casebook casebook,
      SummaryStore summaries,
      ReferralReader reader,
      ReferralWork work,
      Visits visits,
      FirstContacts firstContacts,
      Relationships relationships,
      ReviewReasons reasons,
      Physicians physicians,
      Audit audit,
      Once once) {
    this.casebook = casebook;
    this.summaries = summaries;
    this.reader = reader;
    this.work = work;
    this.visits = visits;
    this.firstContacts = firstContacts;
    this.relationships = relationships;
    this.reasons = reasons;
    this.physicians = physicians;
    this.audit = audit;
    this.once = once;
  }

  /// How other rooms name a referral.
  @NoStaffNeeded(because = "it only spells an id")
  public static Subject subject(ReferralId id) {
    return Subject.of("referral", id);
  }

  /// Whether it was refused because somebody else changed the referral after the version given.
  @NoStaffNeeded(because = "it only reads a refusal")
  public static boolean overtaken(ProblemException refused) {
    return refused.problem() == ReferralProblem.STALE;
  }

  /// Sends it, for the first time or again, and takes the slot in the same commit.
  ///
  /// @param slot may be left out when a returned referral still holds its time
  public void send(ReferralId id, @Nullable SlotId slot, Press press, Staff by) {
    once(
        press,
        "send " + id + " " + slot,
        by,
        () -> {
          var found = casebook.open(id, ReferralAction.SEND, press, by);
          var sendable = found.referral().as(Sendable.class);
          var route = completeRoute(id);
          var visit = visits.taken(sendable, route, slot, by);
          casebook.put(found, sendable.send(route, visit), Step.of(ReferralAction.SEND, press), by);
          firstContacts.record(id);
        });
  }

  /// Takes another slot and frees the old one in one commit; also after the old one was lost.
  public void move(ReferralId id, SlotId slot, Press press, Staff by) {
    once(
        press,
        "move " + id + " " + slot,
        by,
        () -> {
          var found = casebook.open(id, ReferralAction.MOVE, press, by);
          var booked = found.referral().as(Booked.class);
          var route = java.util.Objects.requireNonNull(booked.route());
          var visit = visits.taken(booked, route, slot, by);
          casebook.put(found, booked.move(visit), Step.of(ReferralAction.MOVE, press), by);
        });
  }

  public void withdraw(ReferralId id, String why, Press press, Staff by) {
    once(
        press,
        "withdraw " + id + " " + why,
        by,
        () -> {
          var found = casebook.open(id, ReferralAction.WITHDRAW, press, by);
          var note = found.referral() instanceof Referral.Draft ? why.strip() : text(why);
          var withdrawn = found.referral().as(Withdrawable.class).withdraw();
          casebook.put(found, withdrawn, step(ReferralAction.WITHDRAW, note, press), by);
        });
  }

  /// Takes the open work of a referral for oneself, so that two do not do it at once.
  public void claim(ReferralId id, Press press, Staff by) {
    assign(id, ReferralAction.CLAIM, press, it -> work.claim(it, by), by);
  }

  public void release(ReferralId id, Press press, Staff by) {
    assign(id, ReferralAction.RELEASE, press, it -> work.release(it, by), by);
  }

  private void assign(
      ReferralId id, ReferralAction action, Press press, Consumer<Referral> effect, Staff by) {
    once(
        press,
        action + " " + id,
        by,
        () -> {
          var found = casebook.open(id, action, by);
          effect.accept(found.referral());
          casebook.record(found, found.referral(), Step.of(action), by);
        });
  }

  public void accept(ReferralId id, Press press, Staff by) {
    once(
        press,
        "accept " + id + press.paper(),
        by,
        () -> {
          var found = casebook.open(id, ReferralAction.ACCEPT, press, by);
          var sent =
              found.referral() instanceof Expired expired
                  ? visits.again(expired, press.paper(), by)
                  : found.referral().as(Sent.class);
          var step = Step.review(ReferralAction.ACCEPT, Review.PASSED, "", press);
          casebook.put(found, sent.accept(), step, by);
        });
  }

  /// Gives it back to the sender with advice; the slot stays held for a while.
  ///
  /// @param reasons codes of [org.heyi.flow.referral.content.ReviewReason]
  public void giveBack(ReferralId id, Set<String> reasons, String advice, Press press, Staff by) {
    once(
        press,
        "return " + id + " " + new TreeSet<>(reasons) + " " + advice,
        by,
        () -> {
          var found = casebook.open(id, ReferralAction.RETURN, press, by);
          var returned = found.referral().as(Sent.class).giveBack();
          var review = Review.against(ReferralAction.RETURN, reasons, this.reasons);
          var step = Step.review(ReferralAction.RETURN, review, text(advice), press);
          casebook.put(found, returned, step, found.facts().handler(), by);
        });
  }

  /// @param reasons codes of [org.heyi.flow.referral.content.ReviewReason]
  public void refuse(ReferralId id, Set<String> reasons, String why, Press press, Staff by) {
    once(
        press,
        "refuse " + id + " " + new TreeSet<>(reasons) + " " + why,
        by,
        () -> {
          var found = casebook.open(id, ReferralAction.REFUSE, press, by);
          var review = Review.against(ReferralAction.REFUSE, reasons, this.reasons);
          var refused = found.referral().as(Sent.class).refuse();
          var step = Step.review(ReferralAction.REFUSE, review, review.note(why), press);
          casebook.put(found, refused, step, by);
        });
  }

  /// Asks a physician of the hospital for an opinion.
  ///
  /// @param physician whom to ask, or null: anybody there with the duty may answer
  public void forward(
      ReferralId id, @Nullable AccountId physician, String question, Press press, Staff by) {
    once(
        press,
        "forward " + id + " " + physician + " " + question,
        by,
        () -> {
          var found = casebook.open(id, ReferralAction.FORWARD, press, by);
          if (physician != null && !physicians.at(by.institution()).containsKey(physician)) {
            throw ReferralProblem.UNKNOWN_PHYSICIAN.with();
          }
          var forwarded = found.referral().as(Sent.class).forward();
          var step = step(ReferralAction.FORWARD, text(question), press);
          casebook.put(found, forwarded, step, physician, by);
        });
  }

  public void recall(ReferralId id, Press press, Staff by) {
    once(
        press,
        "recall " + id,
        by,
        () -> {
          var found = casebook.open(id, ReferralAction.RECALL, press, by);
          var back = found.referral().as(Sent.class).backToOffice();
          casebook.put(found, back, Step.of(ReferralAction.RECALL, press), by.account(), by);
        });
  }

  /// The physician's opinion; the office decides.
  public void advise(ReferralId id, String opinion, Press press, Staff by) {
    once(
        press,
        "advise " + id + " " + opinion,
        by,
        () -> {
          var found = casebook.open(id, ReferralAction.ADVISE, press, by);
          var back = found.referral().as(Sent.class).backToOffice();
          casebook.put(found, back, step(ReferralAction.ADVISE, text(opinion), press), by);
        });
  }

  /// The resident is here; the number of the appointment is the registration (REF-14).
  public void arrive(ReferralId id, Press press, Staff by) {
    once(
        press,
        "arrive " + id + press.paper(),
        by,
        () -> {
          var found = casebook.open(id, ReferralAction.ARRIVE, press, by);
          var accepted = found.referral().as(Accepted.class);
          var arrived = visits.arrive(accepted, press.paper(), by);
          casebook.put(found, arrived, Step.of(ReferralAction.ARRIVE, press), by);
        });
  }

  /// The resident did not come: the sender finds another time or takes the referral back.
  public void noShow(ReferralId id, Press press, Staff by) {
    once(
        press,
        "no-show " + id + press.paper(),
        by,
        () -> {
          var found = casebook.open(id, ReferralAction.NO_SHOW, press, by);
          var lost = visits.noShow(found.referral().as(Accepted.class), press.paper(), by);
          var step = Step.of(ReferralAction.NO_SHOW, press);
          casebook.put(found, lost, step, found.facts().handler(), by);
        });
  }

  public void takeIn(ReferralId id, Press press, Staff by) {
    once(
        press,
        "take-in " + id + press.paper(),
        by,
        () -> {
          var found = casebook.open(id, ReferralAction.TAKE_IN, press, by);
          var inCare = found.referral().as(Referral.Arrived.class).takeIn();
          var step = Step.of(ReferralAction.TAKE_IN, press);
          casebook.put(found, inCare, step, by.account(), by);
        });
  }

  public void feedBack(ReferralId id, Feedback feedback, Press press, Staff by) {
    once(
        press,
        "feed-back " + id + " " + feedback,
        by,
        () -> {
          var found = casebook.open(id, ReferralAction.FEED_BACK, press, by);
          if (!feedback.complete()) {
            throw ReferralProblem.TEXT_NEEDED.with();
          }
          text(feedback.treatment());
          text(feedback.advice());
          summaries.write(id, feedback);
          var fedBack = found.referral().as(Referral.InCare.class).feedBack();
          var step = Step.of(ReferralAction.FEED_BACK, press);
          casebook.put(found, fedBack, step, found.facts().handler(), by);
        });
  }

  public void close(ReferralId id, Press press, Staff by) {
    once(
        press,
        "close " + id,
        by,
        () -> {
          var found = casebook.open(id, ReferralAction.CLOSE, press, by);
          var closed = found.referral().as(Referral.FedBack.class).close();
          casebook.put(found, closed, Step.of(ReferralAction.CLOSE, press), by);
        });
  }

  /// Everything the caller may see of it. The clinical content is shown to the sender's side, and
  /// to the hospital while its relationship with the resident lives. Looking is audited.
  public ReferralView view(ReferralId id, Staff by) {
    return shown("referral.viewed", id, by);
  }

  /// The same for a PDF, which leaves the house.
  public ReferralView print(ReferralId id, Staff by) {
    return shown("referral.printed", id, by);
  }

  private ReferralView shown(String action, ReferralId id, Staff by) {
    var view = reader.view(id, by).orElseThrow(() -> ReferralProblem.NOT_FOUND.with(id));
    var open =
        view.summary() != null
            && (by.institution().equals(view.facts().sender())
                || relationships.live(view.resident().id(), by.institution()));
    audit.record(
        by, AuditEntry.of(action, subject(id)).about(view.resident().id()).with("content", open));
    return open ? view : view.withoutContent();
  }

  /// What the caller may enter now that was done on paper while Heyi was out.
  public Set<ReferralAction> onPaper(ReferralView it, Staff by) {
    return visits.onPaper(it, by);
  }

  private Route completeRoute(ReferralId id) {
    var request = summaries.request(id);
    var missing = Completeness.missing(summaries.summary(id), request);
    var to = request.to();
    var urgency = request.urgency();
    if (!missing.isEmpty() || to == null || urgency == null) {
      throw ReferralProblem.INCOMPLETE.with(missing.size());
    }
    return new Route(to, urgency);
  }

  private void once(Press press, String content, Staff by, Runnable effect) {
    Supplier<String> run =
        () -> {
          effect.run();
          return "";
        };
    once.run(press.key(), "referral " + content, by, run);
  }

  private static Step step(ReferralAction action, String note, Press press) {
    return Step.of(action, note, press);
  }

  /// What somebody must be told, in words.
  static String text(String text) {
    if (text.isBlank()) {
      throw ReferralProblem.TEXT_NEEDED.with();
    }
    if (text.length() > LONGEST_TEXT) {
      throw ReferralProblem.TEXT_TOO_LONG.with(LONGEST_TEXT);
    }
    return text.strip();
  }
}
