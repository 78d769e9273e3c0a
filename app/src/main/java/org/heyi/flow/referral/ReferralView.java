package org.heyi.flow.referral;

import static org.heyi.platform.shared.Moments.CHINA;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.heyi.flow.capacity.AppointmentView;
import org.heyi.flow.referral.content.ClinicalSummary;
import org.heyi.flow.referral.content.Completeness;
import org.heyi.flow.referral.content.Feedback;
import org.heyi.flow.referral.content.Request;
import org.heyi.person.resident.ResidentCard;
import org.heyi.platform.file.StoredFile;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;

/// 转诊单详情: everything that may be shown of one referral.
///
/// @param number printed on paper, so that a slip can be found again
/// @param departmentName empty while a draft names none
/// @param assigneeName who has claimed it, or empty
/// @param summary null where the viewer may know of the referral but no longer of its content
/// @param visit the newest appointment made for it; [ReferralFacts#slotHeld()] says whether it
///   holds
/// @param holdUntil until when the slot of a returned referral is held
/// @param physicians whom the office may forward it to; empty for others
public record ReferralView(
    ReferralFacts facts,
    String number,
    ResidentCard resident,
    String senderName,
    String receiverName,
    String departmentName,
    String authorName,
    String assigneeName,
    Request request,
    @Nullable ClinicalSummary summary,
    @Nullable Feedback feedback,
    @Nullable AppointmentView visit,
    @Nullable Instant holdUntil,
    @Nullable Instant expires,
    List<Course> course,
    List<StoredFile> files,
    Map<AccountId, String> physicians) {

  /// 经过: one step of the course, with time and actor.
  ///
  /// @param state after the step
  /// @param actingFor whose deputy did it, or empty
  /// @param happened when it was done on paper, for a step that was entered later
  /// @param from hospital and department that sent it on, for a step that did; else empty
  /// @param to where to
  public record Course(
      int version,
      ReferralAction action,
      ReferralState state,
      String name,
      String actingFor,
      String institution,
      Instant at,
      @Nullable Instant happened,
      String happenedBy,
      String note,
      String from,
      String to) {

    /// Advice, questions and reasons speak of the resident's state.
    Course withoutNote() {
      return new Course(
          version,
          action,
          state,
          name,
          actingFor,
          institution,
          at,
          happened,
          happenedBy,
          "",
          from,
          to);
    }

    /// No person did it: a time ran out, or the schedule changed.
    public boolean byClock() {
      return name.equals(Clockwork.NAME);
    }
  }

  /// Full years, or -1 when the birth date is not known.
  public int ageOn(Instant now) {
    LocalDate born = resident.birthDate();
    return born == null ? -1 : Period.between(born, LocalDate.ofInstant(now, CHINA)).getYears();
  }

  public Set<ReferralAction> actions(Staff by) {
    return ReferralActions.of(facts, by);
  }

  /// What must still be written before it can be sent.
  public List<String> missing() {
    return summary == null ? List.of() : Completeness.missing(summary, request);
  }

  /// The last word of the other side: advice on return, reason of refusal, the physician's opinion.
  public String lastNote(ReferralAction action) {
    return course.reversed().stream()
        .filter(it -> it.action() == action)
        .map(Course::note)
        .findFirst()
        .orElse("");
  }

  /// Steps after a version: who did what when, for somebody whose page was older.
  public List<Course> since(int version) {
    return course.stream().filter(it -> it.version() > version).toList();
  }

  /// The newest sending on to another department or hospital, if any.
  public Optional<Course> redirected() {
    return course.reversed().stream()
        .filter(it -> it.action() == ReferralAction.REDIRECT)
        .findFirst();
  }

  /// As a hospital sees it that sent it on: its content is closed to it, and its course ends there.
  ReferralView until(int version) {
    return new ReferralView(
            facts.fromAfar(),
            number,
            resident,
            senderName,
            receiverName,
            departmentName,
            authorName,
            "",
            request,
            null,
            null,
            null,
            null,
            null,
            course.stream().filter(it -> it.version() <= version).toList(),
            List.of(),
            Map.of())
        .withoutContent();
  }

  ReferralView withoutContent() {
    return new ReferralView(
        facts,
        number,
        resident,
        senderName,
        receiverName,
        departmentName,
        authorName,
        assigneeName,
        new Request(
            request.to(), request.urgency(), "", request.consent(), Request.EMPTY.contact()),
        null,
        null,
        visit,
        holdUntil,
        expires,
        course.stream().map(Course::withoutNote).toList(),
        List.of(),
        Map.of());
  }
}
