package org.heyi.flow.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.heyi.flow.capacity.Appointments;
import org.heyi.flow.capacity.FreeSlot;
import org.heyi.flow.capacity.SlotId;
import org.heyi.flow.referral.Referral.Route;
import org.heyi.flow.referral.Referral.Sent;
import org.heyi.flow.referral.content.Destination;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Once;
import org.heyi.steering.community.Communities;
import org.heyi.steering.community.Membership;
import org.heyi.steering.directory.DepartmentView;
import org.heyi.steering.directory.InstitutionView;
import org.heyi.steering.directory.Institutions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 改转: the door for sending a referral on that came to the wrong department or hospital (宁河 §十五:
/// review of 合理性、规范性). The resident keeps a time at every moment: the new one is taken and the old
/// one freed in one commit, or nothing changes.
@Service
@Transactional
public class Redirects {

  private static final int TIMES_SHOWN = 12;

  private final Referrals referrals;
  private final Casebook casebook;
  private final ReferralReader reader;
  private final Appointments appointments;
  private final Communities communities;
  private final Institutions institutions;
  private final Once once;
  private final Clock clock;

  Redirects(
      Referrals referrals,
      Casebook casebook,
      ReferralReader reader,
      Appointments appointments,
      Communities communities,
      Institutions institutions,
      Once once,
      Clock clock) {
    this.referrals = referrals;
    this.casebook = casebook;
    this.reader = reader;
    this.appointments = appointments;
    this.communities = communities;
    this.institutions = institutions;
    this.once = once;
    this.clock = clock;
  }

  /// The referral for somebody who may send it on now.
  public ReferralView redirectable(ReferralId id, Staff by) {
    var view = referrals.view(id, by);
    if (!view.actions(by).contains(ReferralAction.REDIRECT)) {
      throw ReferralProblem.NOT_ALLOWED.with(id);
    }
    return view;
  }

  /// Where it may go: the hospital itself, those its sender may refer to, and those the hospital
  /// refers up to.
  public List<InstitutionView> hospitals(ReferralView it, Staff by) {
    return reachable(it.facts().sender(), by.institution()).stream()
        .flatMap(hospital -> institutions.find(hospital).stream())
        .toList();
  }

  /// Their departments, found by name, pinyin or initials; not the one where it lies.
  public List<DepartmentView> departments(ReferralView it, String text, Staff by) {
    return reader.departments(reachable(it.facts().sender(), by.institution()), text).stream()
        .filter(department -> !place(department).equals(it.request().to()))
        .toList();
  }

  /// The next times there that the caller may take for it, earliest first.
  public List<FreeSlot> times(ReferralView it, Destination to, Staff by) {
    var visit = it.visit();
    return visit == null
        ? List.of()
        : appointments.timesAt(visit.id(), to.hospital(), to.department(), TIMES_SHOWN, by);
  }

  /// Sends it on to where the slot is.
  public void redirect(ReferralId id, @Nullable SlotId slot, String why, Press press, Staff by) {
    once.run(
        press.key(),
        "referral redirect " + id + " " + slot + " " + why,
        by,
        () -> {
          var found = casebook.open(id, ReferralAction.REDIRECT, press, by);
          var sent = found.referral().as(Sent.class);
          var visit = sent.visit();
          if (slot == null || visit == null) {
            throw ReferralProblem.SLOT_NEEDED.with();
          }
          var booked = appointments.moveAnywhere(visit.appointment(), slot, by);
          var from = sent.route().to();
          var to = new Destination(booked.hospital(), booked.department());
          check(sent, from, to);
          var after = sent.redirect(new Route(to, sent.route().urgency()), Visits.of(booked));
          var step = Step.redirect(from, to, Referrals.text(why));
          var stays = from.hospital().equals(to.hospital());
          casebook.put(found, after, step, stays ? found.facts().assignee() : null, by);
          return "";
        });
  }

  private void check(Sent it, Destination from, Destination to) {
    if (to.equals(from)) {
      throw ReferralProblem.SAME_PLACE.with();
    }
    if (!reachable(it.origin().sender(), from.hospital()).contains(to.hospital())) {
      throw ReferralProblem.NOT_A_DESTINATION.with();
    }
  }

  private List<InstitutionId> reachable(InstitutionId sender, InstitutionId hospital) {
    var today = LocalDate.ofInstant(clock.instant(), Moments.CHINA);
    var above =
        Stream.of(sender, hospital)
            .flatMap(it -> communities.upward(it, today).stream())
            .map(Membership::institution);
    return Stream.concat(Stream.of(hospital), above)
        .filter(it -> !it.equals(sender))
        .distinct()
        .toList();
  }

  private static Destination place(DepartmentView it) {
    return new Destination(it.institution(), it.code());
  }
}
