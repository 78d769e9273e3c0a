package org.heyi.steering.directory.siting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.InstitutionKind;
import org.heyi.steering.directory.InstitutionKind.Group;
import org.heyi.steering.directory.InstitutionView;
import org.heyi.steering.directory.Institutions;
import org.heyi.steering.directory.siting.Settlement;
import org.heyi.steering.directory.siting.Site;
import org.heyi.steering.directory.siting.SitingPlan;
import org.heyi.steering.directory.siting.Sitings;
import org.springframework.stereotype.Component;

/// Puts together what all pages of a version show.
@Component
class SitingViews {

  private final Sitings sitings;
  private final Policies policies;
  private final Institutions institutions;
  private final Clock clock;

  SitingViews(Sitings sitings, Policies policies, Institutions institutions, Clock clock) {
    this.sitings = sitings;
    this.policies = policies;
    this.institutions = institutions;
    this.clock = clock;
  }

  SitingPage page(AreaId area, int number, Staff staff, Words words) {
    return page(sitings.plan(area, number, staff), staff, words);
  }

  SitingPage page(SitingPlan plan, Staff staff, Words words) {
    var area = plan.version().area();
    return new SitingPage(
        area,
        areaName(area, words),
        areas(staff, words),
        sitings.versions(area, staff),
        plan,
        institutions.names(named(plan)),
        sitings.mayWrite(area, staff),
        LocalDate.ofInstant(clock.instant(), Moments.CHINA));
  }

  String areaName(AreaId area, Words words) {
    return name(policies.area(area), words);
  }

  Map<String, String> areas(Staff staff, Words words) {
    var readable = sitings.areas(staff);
    var names = new LinkedHashMap<String, String>();
    policies.areas().stream()
        .filter(it -> readable.contains(it.area()))
        .forEach(it -> names.put(it.area().value(), name(it, words)));
    return names;
  }

  private static String name(Pack area, Words words) {
    var english = words.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    return english ? area.nameEn() : area.name();
  }

  private static Set<InstitutionId> named(SitingPlan plan) {
    var ids = new HashSet<InstitutionId>();
    plan.sites().stream()
        .flatMap(it -> Stream.of(it.centre(), it.institution()).flatMap(Stream::ofNullable))
        .forEach(ids::add);
    plan.settlements().stream().flatMap(it -> Stream.ofNullable(it.centre())).forEach(ids::add);
    return ids;
  }

  /// Who may answer for sites and settlements.
  List<InstitutionView> centres(AreaId area) {
    return of(area, Group.PRIMARY);
  }

  /// What a site may be in the directory.
  List<InstitutionView> clinics(AreaId area) {
    return of(area, Group.STATION);
  }

  private List<InstitutionView> of(AreaId area, Group group) {
    var kinds = InstitutionKind.codes(group);
    return institutions.all(area).stream().filter(it -> kinds.contains(it.kind())).toList();
  }

  /// Townships that the version names already.
  static List<String> towns(SitingPlan plan) {
    return Stream.concat(
            plan.sites().stream().map(Site::town),
            plan.settlements().stream().map(Settlement::town))
        .distinct()
        .sorted()
        .toList();
  }
}
