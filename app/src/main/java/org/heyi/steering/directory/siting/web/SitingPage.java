package org.heyi.steering.directory.siting.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.steering.directory.siting.Coverage;
import org.heyi.steering.directory.siting.PlanVersion;
import org.heyi.steering.directory.siting.ServedBy;
import org.heyi.steering.directory.siting.Settlement;
import org.heyi.steering.directory.siting.Site;
import org.heyi.steering.directory.siting.SiteState;
import org.heyi.steering.directory.siting.SitingPlan;
import org.jspecify.annotations.Nullable;

/// What a page about one version shows.
///
/// @param areas id → name of the areas whose plans the reader may open
/// @param versions of the area, newest first
/// @param names of the institutions that the version names
/// @param mayWrite whether the reader keeps this area's plan
public record SitingPage(
    AreaId area,
    String areaName,
    Map<String, String> areas,
    List<PlanVersion> versions,
    SitingPlan plan,
    Map<InstitutionId, String> names,
    boolean mayWrite,
    LocalDate today) {

  private static final int FEW = 20;

  public String root() {
    return "/area/" + area + "/siting";
  }

  public String path() {
    return root() + "/" + plan.version().number();
  }

  public boolean mayEdit() {
    return mayWrite && plan.version().isDraft();
  }

  /// Sites take their next step in the version in force and in the draft.
  public boolean mayMove() {
    return mayEdit() || (mayWrite && plan.version().state() == PlanVersion.State.IN_FORCE);
  }

  public Optional<PlanVersion> draft() {
    return versions.stream().filter(PlanVersion::isDraft).findFirst();
  }

  /// The version before this one.
  public Optional<PlanVersion> previous() {
    return versions.stream().filter(it -> it.number() < plan.version().number()).findFirst();
  }

  /// Of the version before this one; its own where it is the first.
  int previousNumber() {
    return previous().map(PlanVersion::number).orElse(plan.version().number());
  }

  public String name(@Nullable InstitutionId id) {
    return id == null ? "" : names.getOrDefault(id, id.value());
  }

  public String siteName(@Nullable String code) {
    return code == null ? "" : plan.site(code).map(Site::name).orElse(code);
  }

  public String sitePath(String code) {
    return path() + "/sites/" + code;
  }

  /// The site that serves a settlement, if one does.
  public Optional<Site> server(Settlement it) {
    return it.servedBy() == ServedBy.SITE
        ? plan.site(Objects.requireNonNull(it.site()))
        : Optional.empty();
  }

  /// Why → who is not covered, the worst first.
  public Map<Coverage, List<Settlement>> uncovered() {
    var groups = new LinkedHashMap<Coverage, List<Settlement>>();
    plan.uncovered()
        .forEach(it -> groups.computeIfAbsent(plan.coverage(it), _ -> new ArrayList<>()).add(it));
    return groups;
  }

  /// So few that nobody needs to unfold them.
  public boolean fewSites() {
    return plan.sites().size() <= FEW;
  }

  public List<Site> sites(String town) {
    return plan.sites().stream().filter(it -> it.town().equals(town)).toList();
  }

  public List<Settlement> servedBySite(String code) {
    return plan.settlements().stream().filter(it -> code.equals(it.site())).toList();
  }

  public static String colour(SiteState state) {
    return switch (state) {
      case PLANNED -> "bg-blue-lt";
      case OPEN -> "bg-green-lt";
      case MERGED -> "bg-secondary-lt";
      case CLOSED -> "bg-orange-lt";
    };
  }

  public static String colour(Coverage coverage) {
    return switch (coverage) {
      case NOBODY, SITE_CLOSED, SITE_MERGED -> "bg-red-lt";
      case NOT_YET_OPEN -> "bg-blue-lt";
      case COVERED -> "bg-green-lt";
    };
  }

  public static String colour(PlanVersion.State state) {
    return switch (state) {
      case DRAFT -> "bg-yellow-lt";
      case COMING -> "bg-blue-lt";
      case IN_FORCE -> "bg-green-lt";
      case SUPERSEDED -> "bg-secondary-lt";
    };
  }
}
