package org.heyi.flow.capacity;

import static org.heyi.flow.capacity.CapacityProblem.NOT_FOUND;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.heyi.platform.policy.KeptAnswers;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.policy.PolicyValue;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.heyi.steering.community.Communities;
import org.heyi.steering.community.Membership;
import org.heyi.steering.directory.InstitutionKind;
import org.heyi.steering.directory.Institutions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the plans say for one hospital and one booker (P-06), read from packs and memberships.
///
/// Answers are kept for a while, because every booking asks.
@Component
class HospitalRules {

  private final Policies policies;
  private final Communities communities;
  private final Institutions institutions;
  private final KeptAnswers<Question> kept;

  private record Question(String what, InstitutionId institution, LocalDate on) {}

  HospitalRules(
      Policies policies, Communities communities, Institutions institutions, Clock clock) {
    this.policies = policies;
    this.communities = communities;
    this.institutions = institutions;
    this.kept = new KeptAnswers<>(clock);
  }

  Opening opening(InstitutionId hospital, LocalDate on) {
    return kept("opening", hospital, on, Opening.class, it -> readOpening(it, on));
  }

  /// The strictest share of each basis that binds the hospital on a visit day; a basis no plan
  /// gives a number for is absent.
  Map<Basis, BigDecimal> shares(InstitutionId hospital, LocalDate day) {
    var area = area(hospital);
    var strictest = new EnumMap<Basis, BigDecimal>(Basis.class);
    for (var membership : communities.of(hospital, day)) {
      var consortium = membership.consortium();
      var bound = policies.require("reserved-hospitals", area, consortium, day).values();
      var share = policies.find("reserved-share", area, consortium, day);
      var basis = policies.find("reserved-basis", area, consortium, day);
      if (bound.contains(membership.role()) && share.isPresent() && basis.isPresent()) {
        strictest.merge(Basis.of(basis.get().word()), share.get().number(), BigDecimal::max);
      }
    }
    return strictest;
  }

  /// How the caller books for a purpose.
  Booker booker(Staff by, String purposeKind, LocalDate on) {
    var place = kept("place", by.institution(), on, Place.class, it -> readPlace(it, on));
    return new Booker(
        by.may(CapacityDuty.BOOK),
        by.may(CapacityDuty.FAMILY_DOCTOR),
        place.primary(),
        purposeKind.equals(Booker.REFERRAL),
        false,
        place.consortia());
  }

  /// How the caller moves an appointment. An entitlement that was shown when it was booked is
  /// carried along inside its hospital.
  Booker mover(Appointment it, boolean sameHospital, Staff by, LocalDate on) {
    return booker(by, it.purpose().kind(), on).moving(it.entitled() && sameHospital);
  }

  /// What of the hospital's slots the booker may take now.
  SlotRules.Window window(Booker booker, InstitutionId hospital, Instant now) {
    return SlotRules.Window.of(booker, opening(hospital, VisitDay.of(now)), now);
  }

  Duration hold(InstitutionId hospital, LocalDate on) {
    return kept("hold", hospital, on, Duration.class, it -> area("slot-hold-minutes", it, on));
  }

  Duration noShowAfter(InstitutionId hospital, LocalDate on) {
    return kept(
        "no-show", hospital, on, Duration.class, it -> area("no-show-minutes-after", it, on));
  }

  private Duration area(String key, InstitutionId hospital, LocalDate on) {
    return policies.require(key, area(hospital), null, on).duration();
  }

  private record Place(boolean primary, Set<ConsortiumId> consortia) {}

  private Place readPlace(InstitutionId institution, LocalDate on) {
    return new Place(
        isPrimary(institution),
        communities.of(institution, on).stream()
            .map(Membership::consortium)
            .collect(Collectors.toUnmodifiableSet()));
  }

  private Opening readOpening(InstitutionId hospital, LocalDate on) {
    var area = area(hospital);
    var memberships = communities.of(hospital, on).stream().map(Membership::consortium).toList();
    var shares = memberships.stream().map(it -> share(area, it, on)).toList();
    return new Opening(
        shares,
        strictest("public-opens-days-before", area, memberships, on).whole(),
        values("unused-reserved-fate", area, memberships, on).stream()
            .anyMatch(it -> it.word().equals("expire")),
        strictest("unused-reserved-release-hours-before", area, memberships, on).duration());
  }

  private Opening.Share share(AreaId area, ConsortiumId consortium, LocalDate on) {
    return new Opening.Share(
        consortium,
        policies.require("reserved-entitled", area, consortium, on).values().stream()
            .map(Entitlement::of)
            .collect(Collectors.toSet()),
        policies.require("reserved-opens-days-before", area, consortium, on).whole());
  }

  /// What protects reserved slots most: opening to the public latest, releasing latest.
  private PolicyValue strictest(
      String key, AreaId area, List<ConsortiumId> consortia, LocalDate on) {
    return values(key, area, consortia, on).stream()
        .min(java.util.Comparator.comparing(PolicyValue::number))
        .orElseThrow();
  }

  private List<PolicyValue> values(
      String key, AreaId area, List<ConsortiumId> consortia, LocalDate on) {
    return consortia.isEmpty()
        ? List.of(value(key, area, null, on))
        : consortia.stream().map(it -> value(key, area, it, on)).toList();
  }

  private PolicyValue value(
      String key, AreaId area, @Nullable ConsortiumId consortium, LocalDate on) {
    return policies.require(key, area, consortium, on);
  }

  private AreaId area(InstitutionId hospital) {
    return institutions.find(hospital).orElseThrow(() -> NOT_FOUND.with(hospital)).area();
  }

  /// A member of the group "primary", or a station that one manages (GOV-09).
  private boolean isPrimary(InstitutionId id) {
    return institutions
        .find(id)
        .flatMap(it -> InstitutionKind.find(it.kind()))
        .filter(it ->
            it.group() == InstitutionKind.Group.PRIMARY
                || it.group() == InstitutionKind.Group.STATION)
        .isPresent();
  }

  private <T> T kept(
      String what,
      InstitutionId institution,
      LocalDate on,
      Class<T> type,
      Function<InstitutionId, T> read) {
    return kept.of(new Question(what, institution, on), type, it -> read.apply(it.institution()));
  }
}
