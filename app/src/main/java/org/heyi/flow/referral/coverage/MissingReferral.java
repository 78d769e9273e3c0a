package org.heyi.flow.referral.coverage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.heyi.flow.referral.office.Offices;
import org.heyi.platform.access.DutyUses;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.steering.community.Shortfall;
import org.heyi.steering.directory.InstitutionKind;
import org.heyi.steering.directory.InstitutionKind.Group;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What members lack for referral, on the page of the area: an account that sends or receives
/// (REF-20), and the office that is responsible (REF-10).
@Configuration(proxyBeanMethods = false)
class MissingReferral {

  /// Clinics call the office of the centre that manages them.
  private static final Set<Group> WITH_OFFICE = Set.of(Group.HOSPITAL, Group.PRIMARY);

  private static final Set<Group> CONNECTED = Set.of(Group.HOSPITAL, Group.PRIMARY, Group.STATION);

  /// @param having those asked → those that have it
  private record Lack(
      int order,
      String label,
      Set<Group> asked,
      Function<List<InstitutionId>, Set<InstitutionId>> having)
      implements Shortfall {

    @Override
    public Set<InstitutionId> of(Collection<Member> members) {
      var asking = members.stream().filter(this::isAsked).map(Member::id).toList();
      var have = having.apply(asking);
      return asking.stream().filter(it -> !have.contains(it)).collect(Collectors.toSet());
    }

    private boolean isAsked(Member member) {
      return InstitutionKind.find(member.institution().kind())
          .filter(it -> asked.contains(it.group()))
          .isPresent();
    }
  }

  @Bean
  Shortfall withoutReferralAccount(DutyUses uses) {
    return new Lack(
        30,
        "coverage.lack-account",
        CONNECTED,
        asking ->
            uses.of(asking, Coverage.DUTIES).entrySet().stream()
                .filter(it -> it.getValue().open())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()));
  }

  @Bean
  Shortfall withoutReferralOffice(Offices offices) {
    return new Lack(40, "coverage.lack-office", WITH_OFFICE, offices::named);
  }
}
