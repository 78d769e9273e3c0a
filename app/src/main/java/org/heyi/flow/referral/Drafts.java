package org.heyi.flow.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heyi.flow.capacity.FreeSlot;
import org.heyi.flow.capacity.FreeSlotQuery;
import org.heyi.flow.capacity.HeldSlot;
import org.heyi.flow.capacity.SlotId;
import org.heyi.flow.capacity.Slots;
import org.heyi.flow.referral.Referral.Origin;
import org.heyi.flow.referral.content.ClinicalSummary;
import org.heyi.flow.referral.content.Destination;
import org.heyi.flow.referral.content.Request;
import org.heyi.flow.referral.content.Urgency;
import org.heyi.flow.referral.content.VitalSigns;
import org.heyi.person.resident.ResidentCard;
import org.heyi.person.resident.ResidentSelections;
import org.heyi.person.resident.Residents;
import org.heyi.platform.file.FileAnswer;
import org.heyi.platform.file.FileId;
import org.heyi.platform.file.StoredFiles;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.ResidentId;
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

/// The door of this room for writing: each step of a draft is kept on the server at once, so that a
/// lost connection loses nothing but the step in hand.
@Service
@Transactional
public class Drafts {

  private static final int LONGEST_TEXT = Referrals.LONGEST_TEXT;
  private static final int LONGEST_LINE = 100;
  private static final int TIMES_SHOWN = 12;

  private final Referrals referrals;
  private final Casebook casebook;
  private final ReferralStore store;
  private final SummaryStore summaries;
  private final ReferralReader reader;
  private final FirstContacts firstContacts;
  private final StepTimes times;
  private final VitalSigns vitalSigns;
  private final Residents residents;
  private final ResidentSelections selections;
  private final StoredFiles files;
  private final Institutions institutions;
  private final Communities communities;
  private final Slots slots;
  private final Once once;
  private final Clock clock;

  Drafts(
      Referrals referrals,
      Casebook casebook,
      ReferralStore store,
      SummaryStore summaries,
      ReferralReader reader,
      FirstContacts firstContacts,
      StepTimes times,
      VitalSigns vitalSigns,
      Residents residents,
      ResidentSelections selections,
      StoredFiles files,
      Institutions institutions,
      Communities communities,
      Slots slots,
      Once once,
      Clock clock) {
    this.referrals = referrals;
    this.casebook = casebook;
    this.store = store;
    this.summaries = summaries;
    this.reader = reader;
    this.firstContacts = firstContacts;
    this.times = times;
    this.vitalSigns = vitalSigns;
    this.residents = residents;
    this.selections = selections;
    this.files = files;
    this.institutions = institutions;
    this.communities = communities;
    this.slots = slots;
    this.once = once;
    this.clock = clock;
  }

  /// The resident's card, for somebody who may refer them.
  public ResidentCard resident(ResidentId id, Staff by) {
    mayStart(by);
    return residents.card(id, by);
  }

  /// Begins a draft with what is known so far.
  public ReferralId start(ResidentId resident, ClinicalSummary summary, UUID key, Staff by) {
    mayStart(by);
    check(summary);
    var answer =
        once.run(
            key,
            "referral start " + resident + " " + summary,
            by,
            () -> begin(resident, summary, by));
    return ReferralId.of(answer);
  }

  private String begin(ResidentId resident, ClinicalSummary summary, Staff by) {
    residents.card(resident, by);
    var now = clock.instant();
    var origin =
        new Origin(ReferralId.next(), resident, by.area(), by.institution(), by.account(), 1);
    var draft = new Referral.Draft(origin);
    store.add(draft, by, times.abandoned(origin), now);
    summaries.add(origin.id());
    summaries.write(origin.id(), summary);
    var step = Step.of(ReferralAction.START);
    store.addStep(origin.id(), 1, ReferralState.DRAFT, step, by.account(), by, now);
    casebook.record(draft, step, by);
    return origin.id().toString();
  }

  /// The first part of the form: the resident's state.
  public void describe(ReferralId id, ClinicalSummary summary, Press press, Staff by) {
    check(summary);
    once.run(
        press.key(),
        "referral describe " + id + " " + summary,
        by,
        () -> {
          var found = casebook.open(id, ReferralAction.EDIT, press, by);
          summaries.write(id, summary);
          return edited(found, null, null, press, by);
        });
  }

  /// The second part: where to, how urgent, why, with whose consent.
  public void request(ReferralId id, Request request, Press press, Staff by) {
    check(request);
    once.run(
        press.key(),
        "referral request " + id + " " + request,
        by,
        () -> {
          var found = casebook.open(id, ReferralAction.EDIT, press, by);
          var to = request.to();
          if (to != null) {
            checkDestination(found, to, by);
          }
          summaries.write(id, request);
          return edited(found, to, request.urgency(), press, by);
        });
  }

  /// Both parts at once, as another system keeps them.
  public void rewrite(
      ReferralId id, ClinicalSummary summary, Request request, Press press, Staff by) {
    check(summary);
    check(request);
    once.run(
        press.key(),
        "referral rewrite " + id + " " + summary + " " + request,
        by,
        () -> {
          var found = casebook.open(id, ReferralAction.EDIT, press, by);
          var to = request.to();
          if (to != null) {
            checkDestination(found, to, by);
          }
          summaries.write(id, summary);
          summaries.write(id, request);
          return edited(found, to, request.urgency(), press, by);
        });
  }

  public FileId attach(ReferralId id, String name, byte[] content, Press press, Staff by) {
    var digest = UUID.nameUUIDFromBytes(content);
    var answer =
        once.run(
            press.key(),
            "referral attach " + id + " " + name + " " + digest,
            by,
            () -> {
              var found = casebook.open(id, ReferralAction.EDIT, press, by);
              var file = files.store(Referrals.subject(id), name, content, by);
              edited(found, null, null, press, by);
              return file.toString();
            });
    return FileId.of(answer);
  }

  public void detach(ReferralId id, FileId file, Press press, Staff by) {
    once.run(
        press.key(),
        "referral detach " + id + " " + file,
        by,
        () -> {
          var found = casebook.open(id, ReferralAction.EDIT, press, by);
          files.remove(Referrals.subject(id), file, by);
          return edited(found, null, null, press, by);
        });
  }

  /// A file of the referral, for whoever sees its content.
  public FileAnswer file(ReferralId id, FileId file, Staff by) {
    var view = referrals.view(id, by);
    if (view.files().stream().noneMatch(it -> it.id().equals(file))) {
      throw ReferralProblem.NOT_FOUND.with(id);
    }
    return files.open(Referrals.subject(id), file);
  }

  /// The referral for somebody who may edit it now.
  public ReferralView editable(ReferralId id, Staff by) {
    return forAction(id, by, ReferralAction.EDIT);
  }

  /// The referral for somebody who may send it, or give it another time, now.
  public ReferralView bookable(ReferralId id, Staff by) {
    return forAction(id, by, ReferralAction.SEND, ReferralAction.MOVE);
  }

  private ReferralView forAction(ReferralId id, Staff by, ReferralAction... any) {
    var view = referrals.view(id, by);
    var may = view.actions(by);
    if (Arrays.stream(any).noneMatch(may::contains)) {
      throw ReferralProblem.NOT_ALLOWED.with(id);
    }
    return view;
  }

  /// The hospitals a referral of the caller's institution may go to.
  ///
  /// @param chosen the one of them that the resident has chosen (1+1, APT-09): it comes first
  public record Hospitals(List<InstitutionView> all, Optional<InstitutionId> chosen) {}

  public Hospitals hospitals(ResidentId resident, Staff by) {
    var chosen = selections.hospital(resident, by);
    var all =
        upward(by).stream()
            .map(Membership::institution)
            .distinct()
            .flatMap(it -> institutions.find(it).stream())
            .sorted(Comparator.comparing(it -> !chosen.equals(Optional.of(it.id()))))
            .toList();
    return new Hospitals(all, chosen);
  }

  /// Their departments, found by name, pinyin or initials; all of them for an empty text.
  public List<DepartmentView> departments(String text, Staff by) {
    var hospitals = upward(by).stream().map(Membership::institution).distinct().toList();
    return reader.departments(hospitals, text);
  }

  /// The next times that the caller may take for this referral, earliest first.
  public List<FreeSlot> times(ReferralId id, Staff by) {
    var to = reader.view(id, by).map(it -> it.request().to()).orElse(null);
    return to == null
        ? List.of()
        : slots.free(new FreeSlotQuery(to.hospital(), to.department(), today(), TIMES_SHOWN), by);
  }

  /// 占号: keeps a time for the caller while the rest is settled, for as long as the hospital lets
  /// it; sending takes it first.
  public void hold(ReferralId id, @Nullable SlotId slot, Press press, Staff by) {
    if (slot == null) {
      throw ReferralProblem.SLOT_NEEDED.with();
    }
    once.run(
        press.key(),
        "referral hold " + id + " " + slot,
        by,
        () -> {
          bookable(id, by);
          slots.hold(slot, Referrals.subject(id), by);
          return held(id, by).orElseThrow(() -> ReferralProblem.SLOT_ELSEWHERE.with()).toString();
        });
  }

  /// The time the caller holds where this referral goes.
  public Optional<HeldSlot> held(ReferralId id, Staff by) {
    return reader
        .view(id, by)
        .map(it -> it.request().to())
        .flatMap(to -> slots.held(to.hospital(), to.department(), by));
  }

  /// Other referrals of the resident to the same department: a warning, nothing more.
  public List<Likewise> warnings(ReferralId id, Staff by) {
    var found = store.find(id).orElseThrow(() -> ReferralProblem.NOT_FOUND.with(id));
    if (!found.facts().sentBy(by)) {
      throw ReferralProblem.NOT_FOUND.with(id);
    }
    return reader.likewise(id, times.duplicatesSince(found.referral().origin()));
  }

  /// The resident's first-contact institution, where somebody else is about to send them: advice,
  /// never a refusal.
  public Optional<FirstContact> besideFirstContact(ReferralId id, Staff by) {
    return reader.view(id, by).flatMap(_ -> firstContacts.today(id)).filter(FirstContact::beside);
  }

  private String edited(
      Found found, @Nullable Destination to, @Nullable Urgency urgency, Press press, Staff by) {
    var now = clock.instant();
    var it = found.referral();
    var version = store.edit(found, to, urgency, times.abandoned(it.origin()), now);
    var step = Step.of(ReferralAction.EDIT, press).actingFor(found.actingFor(by));
    store.addStep(it.id(), version, it.state(), step, by.account(), by, now);
    casebook.record(found, it, step, by);
    return String.valueOf(version);
  }

  private void checkDestination(Found found, Destination to, Staff by) {
    if (upward(by).stream().noneMatch(it -> it.institution().equals(to.hospital()))) {
      throw ReferralProblem.HOSPITAL_NOT_ABOVE.with();
    }
    if (institutions.departments(to.hospital()).stream()
        .noneMatch(it -> it.code().equals(to.department()))) {
      throw ReferralProblem.UNKNOWN_DEPARTMENT.with();
    }
    var route = found.referral().route();
    if (route != null && !route.to().hospital().equals(to.hospital())) {
      throw ReferralProblem.HOSPITAL_FIXED.with();
    }
  }

  private List<Membership> upward(Staff by) {
    return communities.upward(by.institution(), today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }

  private static void mayStart(Staff by) {
    if (!by.may(ReferralDuty.SEND)) {
      throw ReferralProblem.NOT_ALLOWED.with(by.role());
    }
  }

  private void check(ClinicalSummary it) {
    atMost(it.complaint(), LONGEST_TEXT);
    atMost(it.allergies(), LONGEST_TEXT);
    atMost(it.medicines(), LONGEST_TEXT);
    var wrong = vitalSigns.implausible(it.vitalSigns());
    if (!wrong.isEmpty()) {
      throw ReferralProblem.IMPLAUSIBLE.with(String.join(", ", wrong));
    }
  }

  private static void check(Request it) {
    atMost(it.reason(), LONGEST_TEXT);
    atMost(it.contact().name(), LONGEST_LINE);
    atMost(it.contact().relation(), LONGEST_LINE);
    atMost(it.contact().phone(), LONGEST_LINE);
    if (!it.contact().dialable()) {
      throw ReferralProblem.IMPLAUSIBLE.with(it.contact().phone());
    }
  }

  private static void atMost(String text, int longest) {
    if (text.length() > longest) {
      throw ReferralProblem.TEXT_TOO_LONG.with(longest);
    }
  }
}
