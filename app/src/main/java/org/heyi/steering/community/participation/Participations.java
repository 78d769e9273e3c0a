package org.heyi.steering.community.participation;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.policy.PolicyValue;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.steering.community.Communities;
import org.heyi.steering.community.ConsortiumForm;
import org.heyi.steering.community.ConsortiumView;
import org.heyi.steering.community.MemberView;
import org.heyi.steering.community.participation.ParticipationView.GridCover;
import org.heyi.steering.community.participation.ParticipationView.Place;
import org.heyi.steering.community.participation.ParticipationView.Share;
import org.heyi.steering.community.participation.ParticipationView.Wish;
import org.heyi.steering.directory.InstitutionKind;
import org.heyi.steering.directory.InstitutionView;
import org.heyi.steering.directory.Institutions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who takes part in the consortia of an area (AGR-08), and whom the grids cover (GOV-06).
@Service
@Transactional
public class Participations {

  private final Communities communities;
  private final Institutions institutions;
  private final Policies policies;
  private final Clock clock;

  Participations(
      Communities communities, Institutions institutions, Policies policies, Clock clock) {
    this.communities = communities;
    this.institutions = institutions;
    this.policies = policies;
    this.clock = clock;
  }

  /// @throws org.heyi.platform.shared.ProblemException `policy.no-such-area`
  @NoStaffNeeded(because = "plan and membership are public")
  public ParticipationView of(AreaId area) {
    policies.area(area);
    var consortia =
        communities.consortia(area).stream().filter(it -> it.life().covers(today())).toList();
    return new ParticipationView(
        wish("all-government-primary-join", area),
        wish("private-encouraged-to-join", area),
        shares(area, consortia),
        consortia.stream().flatMap(it -> cover(it).stream()).toList());
  }

  private @Nullable Wish wish(String key, AreaId area) {
    return policies
        .find(key, area, null, today())
        .filter(PolicyValue::flag)
        .map(it -> new Wish(it.clause()))
        .orElse(null);
  }

  private List<Share> shares(AreaId area, List<ConsortiumView> consortia) {
    var taking = members(consortia, false);
    var network = members(consortia, true);
    var ownerships = institutions.ownerships(area);
    var asked =
        institutions.all(area).stream()
            .filter(it -> Sector.asks(kind(it).group()))
            .collect(
                groupingBy(
                    it -> Sector.of(kind(it).group(), ownerships.getOrDefault(it.id(), ""))));
    return Arrays.stream(Sector.values())
        .filter(asked::containsKey)
        .map(sector -> {
          var all = asked.getOrDefault(sector, List.of());
          var missing =
              all.stream()
                  .filter(it -> !taking.contains(it.id()))
                  .map(it -> new Place(it.id(), it.name(), it.kind(), network.contains(it.id())))
                  .toList();
          return new Share(sector, all.size(), missing);
        })
        .toList();
  }

  /// Members of the telemedicine networks, or of all other consortia; who only supports or works
  /// with one from outside is no member.
  private Set<InstitutionId> members(List<ConsortiumView> consortia, boolean networks) {
    var members = new HashSet<InstitutionId>();
    consortia.stream()
        .filter(it -> (it.form() == ConsortiumForm.TELEMEDICINE_NETWORK) == networks)
        .forEach(it ->
            communities.members(it.id()).stream()
                .filter(one -> one.role().inside())
                .forEach(one -> members.add(one.institution())));
    return members;
  }

  /// Empty where the consortium has no grids.
  private List<GridCover> cover(ConsortiumView it) {
    if (communities.grids(it.id()).isEmpty()) {
      return List.of();
    }
    var primary = communities.members(it.id()).stream().filter(Participations::isPrimary).toList();
    var unmapped = primary.stream().filter(one -> one.grid().isEmpty()).toList();
    return List.of(
        new GridCover(
            it.id(),
            it.name(),
            it.nameEn(),
            primary.size(),
            primary.size() - unmapped.size(),
            unmapped.stream()
                .map(one -> new Place(one.institution(), one.name(), one.kind(), false))
                .toList()));
  }

  private static boolean isPrimary(MemberView it) {
    return InstitutionKind.find(it.kind()).orElseThrow().group() == InstitutionKind.Group.PRIMARY;
  }

  private static InstitutionKind kind(InstitutionView it) {
    return InstitutionKind.find(it.kind()).orElseThrow();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }
}
