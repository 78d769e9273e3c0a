package org.heyi.flow.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.jspecify.annotations.Nullable;

/// 转诊要素: all that decides what may be done now. It stands in the view and is read with the
/// aggregate, so that page, API and command give one answer.
///
/// @param forwarded lies with a physician for an opinion
/// @param slotHeld a time at the hospital is booked for it
/// @param missed no time is booked, and the resident did not come to the newest
/// @param handler who goes on with it for the sender: its author, or who took it on from them; null
///   when that is everybody there
/// @param receiver the hospital; null until the referral was sent for the first time
/// @param earlier hospitals that had it before and sent it on
/// @param assignee who has claimed it or was given it
/// @param deputy who stands in today for the assignee, or null
/// @param due when the next step is due
public record ReferralFacts(
    ReferralId id,
    ReferralState state,
    boolean forwarded,
    boolean slotHeld,
    boolean missed,
    InstitutionId sender,
    @Nullable AccountId handler,
    @Nullable InstitutionId receiver,
    Set<InstitutionId> earlier,
    @Nullable AccountId assignee,
    @Nullable AccountId deputy,
    @Nullable Instant due,
    int version) {

  /// The column `missed` of a row of `referral.referral r`.
  public static final String MISSED =
      """
      r.state = 'ACCEPTED' and r.appointment is null and exists (
        select from capacity.card_appointment m
         where m.purpose_kind = 'referral' and m.purpose_id = r.id::text
           and m.status = 'no_show') as missed\
      """;

  /// The column `deputy` of the same, joined with `work.card_item w`; `:today` by the application's
  /// clock.
  public static final String DEPUTY =
      """
      (select d.deputy from access.card_deputy d
        where d.absent = w.assignee and d.institution = w.owner_institution
          and d.from_date <= :today and d.until_date > :today) as deputy\
      """;

  /// For whom `:me` stands in at `:own` today.
  public static final String ABSENT =
      """
      select d.absent from access.card_deputy d
       where d.deputy = :me and d.institution = :own
         and d.from_date <= :today and d.until_date > :today\
      """;

  /// From a row of `referral.referral` joined with `work.card_item`, with [#MISSED] and [#DEPUTY].
  public static ReferralFacts read(ResultSet row) throws SQLException {
    var assignee = row.getObject("assignee", UUID.class);
    var handler = row.getObject("handler", UUID.class);
    var deputy = row.getObject("deputy", UUID.class);
    var receiver = row.getObject("sent_at") == null ? null : row.getString("receiver");
    return new ReferralFacts(
        new ReferralId(row.getObject("id", UUID.class)),
        ReferralState.valueOf(row.getString("state")),
        row.getBoolean("forwarded"),
        row.getObject("appointment") != null,
        row.getBoolean("missed"),
        InstitutionId.of(row.getString("sender")),
        handler == null ? null : new AccountId(handler),
        receiver == null ? null : InstitutionId.of(receiver),
        earlier(row),
        assignee == null ? null : new AccountId(assignee),
        deputy == null ? null : new AccountId(deputy),
        Moments.instantOrNull(row, "due_at"),
        row.getInt("version"));
  }

  private static Set<InstitutionId> earlier(ResultSet row) throws SQLException {
    return Arrays.stream((String[]) row.getArray("earlier").getArray())
        .map(InstitutionId::of)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Whose turn it is: null when nobody need do anything any more.
  public @Nullable InstitutionId owner() {
    return switch (state) {
      case DRAFT, RETURNED, FED_BACK -> sender;
      case SENT, ACCEPTED -> slotHeld ? receiver : sender;
      case ARRIVED, IN_CARE -> receiver;
      case CLOSED, REFUSED, WITHDRAWN, EXPIRED -> null;
    };
  }

  boolean sentBy(Staff by) {
    return by.mayAt(ReferralDuty.SEND, sender);
  }

  boolean receivedBy(Staff by, ReferralDuty duty) {
    return receiver != null && by.mayAt(duty, receiver);
  }

  boolean free() {
    return assignee == null;
  }

  /// With the caller, or with somebody for whom the caller stands in.
  boolean with(Staff by) {
    return by.account().equals(assignee) || isDeputisedBy(by);
  }

  public boolean isDeputisedBy(Staff by) {
    return by.account().equals(deputy) && !by.account().equals(assignee);
  }

  /// Nobody else has it.
  public boolean isFor(Staff by) {
    return free() || with(by);
  }

  ReferralFacts unclaimed() {
    return new ReferralFacts(
        id, state, forwarded, slotHeld, missed, sender, handler, receiver, earlier, null, null, due,
        version);
  }

  /// As a hospital knows it that sent it on: where it stands, and not who has it until when.
  ReferralFacts fromAfar() {
    return new ReferralFacts(
        id, state, false, slotHeld, missed, sender, handler, receiver, earlier, null, null, null,
        version);
  }
}
