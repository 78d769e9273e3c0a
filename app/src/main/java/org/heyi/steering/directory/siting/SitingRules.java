package org.heyi.steering.directory.siting;

import static org.heyi.steering.directory.siting.SitingProblem.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.heyi.platform.shared.InstitutionId;
import org.jspecify.annotations.Nullable;

/// 规划规则: what a siting plan may say, field by field. Pure.
///
/// @param centres the area's primary institutions
/// @param clinics its clinics and stations
record SitingRules(Set<InstitutionId> centres, Set<InstitutionId> clinics) {

  static final int LONGEST_NAME = 60;
  static final int LONGEST_NOTE = 300;
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,19}");

  SitingRules {
    centres = Set.copyOf(centres);
    clinics = Set.copyOf(clinics);
  }

  /// Of a site that is entered, or that is there already and takes what is said.
  List<SitingFault> check(EnterSite it, Surroundings plan) {
    var faults = new ArrayList<SitingFault>();
    named(it.code(), it.name(), it.town(), faults);
    noLonger("village", it.village(), LONGEST_NAME, faults);
    noLonger("note", it.note(), LONGEST_NOTE, faults);
    plan.sites().stream()
        .filter(other -> other.name().equals(it.name()) && !other.code().equals(it.code()))
        .findFirst()
        .ifPresent(
            other -> faults.add(SitingFault.of("name", NAME_TAKEN, other.name(), other.code())));
    answering(it.centre(), faults);
    clinic(it.institution(), it.code(), it.state(), plan).ifPresent(faults::add);
    followed(it.code(), it.state(), it.successor(), plan).ifPresent(faults::add);
    plan.site(it.code())
        .filter(there -> there.state() != it.state())
        .flatMap(there -> stepped(there, move(there, it), plan))
        .ifPresent(faults::add);
    return faults;
  }

  /// The step that a row or form asks for which says another state.
  static MoveSite move(Site there, EnterSite it) {
    return new MoveSite(
        it.code(),
        there.state(),
        it.state(),
        it.since(),
        it.successor(),
        it.institution(),
        it.note());
  }

  /// Of a site's step to its next state.
  List<SitingFault> check(MoveSite it, Site there, Surroundings plan) {
    var faults = new ArrayList<SitingFault>();
    stepped(there, it, plan).ifPresent(faults::add);
    followed(it.code(), it.to(), it.successor(), plan).ifPresent(faults::add);
    clinic(it.institution(), it.code(), it.to(), plan).ifPresent(faults::add);
    noLonger("note", it.note(), LONGEST_NOTE, faults);
    return faults;
  }

  private static Optional<SitingFault> stepped(Site there, MoveSite it, Surroundings plan) {
    if (!there.state().next().contains(it.to())) {
      return Optional.of(SitingFault.of("state", NO_SUCH_STEP, it.code()));
    }
    if (there.state() != SiteState.PLANNED && it.since().isBefore(there.since())) {
      return Optional.of(SitingFault.of("since", BEFORE_THE_LAST, there.since()));
    }
    return Optional.ofNullable(it.successor())
        .flatMap(plan::site)
        .filter(other -> !other.state().stands())
        .map(other -> SitingFault.of("successor", SITE_GONE, other.name()));
  }

  /// Of a settlement that is entered, or that is there already and takes what is said.
  List<SitingFault> check(EnterSettlement it, Surroundings plan) {
    var faults = new ArrayList<SitingFault>();
    named(it.code(), it.name(), it.town(), faults);
    plan.settlements().stream()
        .filter(other -> other.name().equals(it.name()) && other.town().equals(it.town()))
        .filter(other -> !other.code().equals(it.code()))
        .findFirst()
        .ifPresent(
            other -> faults.add(SitingFault.of("name", NAME_TAKEN, other.name(), other.code())));
    var population = it.population();
    if (population != null && population < 0) {
      faults.add(SitingFault.of("population", WRONG_POPULATION));
    }
    answering(it.centre(), faults);
    var before = plan.settlement(it.code()).map(Settlement::site);
    if ((it.servedBy() == ServedBy.SITE) != (it.site() != null)) {
      faults.add(SitingFault.of("site", WHICH_SITE));
    } else if (it.site() != null && !before.equals(Optional.of(it.site()))) {
      taking(it.site(), plan).ifPresent(faults::add);
    }
    served(it.name(), it.servedBy(), it.centre()).ifPresent(faults::add);
    return faults;
  }

  /// Of a site that is to serve more settlements.
  static Optional<SitingFault> taking(String site, Surroundings plan) {
    var found = plan.site(site);
    return found.isEmpty()
        ? Optional.of(SitingFault.of("site", NO_SUCH_SITE, site))
        : found
            .filter(it -> !it.state().stands())
            .map(it -> SitingFault.of("site", SITE_GONE, it.name()));
  }

  /// Who serves it by the centre must say by which.
  static Optional<SitingFault> served(String name, ServedBy by, @Nullable InstitutionId centre) {
    return (by == ServedBy.CENTRE || by == ServedBy.VISIT) && centre == null
        ? Optional.of(SitingFault.of("centre", WHICH_CENTRE, name))
        : Optional.empty();
  }

  private static void named(String code, String name, String town, List<SitingFault> faults) {
    if (!CODE.matcher(code).matches()) {
      faults.add(SitingFault.of("code", WRONG_CODE));
    }
    if (name.isEmpty()) {
      faults.add(SitingFault.of("name", NO_NAME));
    }
    noLonger("name", name, LONGEST_NAME, faults);
    if (town.isEmpty()) {
      faults.add(SitingFault.of("town", NO_TOWN));
    }
    noLonger("town", town, LONGEST_NAME, faults);
  }

  private static void noLonger(String field, String text, int most, List<SitingFault> faults) {
    if (text.codePointCount(0, text.length()) > most) {
      faults.add(SitingFault.of(field, TOO_LONG, most));
    }
  }

  private void answering(@Nullable InstitutionId centre, List<SitingFault> faults) {
    if (centre != null && !centres.contains(centre)) {
      faults.add(SitingFault.of("centre", NO_SUCH_CENTRE, centre));
    }
  }

  private Optional<SitingFault> clinic(
      @Nullable InstitutionId clinic, String code, SiteState state, Surroundings plan) {
    if (clinic == null) {
      return Optional.empty();
    }
    if (!clinics.contains(clinic)) {
      return Optional.of(SitingFault.of("institution", NO_SUCH_CLINIC, clinic));
    }
    if (state == SiteState.PLANNED) {
      return Optional.of(SitingFault.of("institution", ONLY_WHEN_OPEN));
    }
    return plan.sites().stream()
        .filter(it -> clinic.equals(it.institution()) && !it.code().equals(code))
        .findFirst()
        .map(it -> SitingFault.of("institution", INSTITUTION_TAKEN, it.name()));
  }

  private static Optional<SitingFault> followed(
      String code, SiteState state, @Nullable String successor, Surroundings plan) {
    if (successor == null) {
      return state == SiteState.MERGED
          ? Optional.of(SitingFault.of("successor", NO_SUCCESSOR))
          : Optional.empty();
    }
    if (state.stands()) {
      return Optional.of(SitingFault.of("successor", NO_SUCCESSOR_FOR_IT));
    }
    return successor.equals(code) || plan.site(successor).isEmpty()
        ? Optional.of(SitingFault.of("successor", NO_SUCH_SITE, successor))
        : Optional.empty();
  }

  /// Why a draft may not take the place of the version before it from that day on.
  static Optional<SitingFault> adoption(
      Optional<SitingPlan> before, SitingPlan draft, AdoptPlan it) {
    if (it.title().isEmpty()) {
      return Optional.of(SitingFault.of("title", NO_TITLE));
    }
    if (Math.max(it.title().length(), it.document().length()) > LONGEST_NAME * 2) {
      return Optional.of(SitingFault.of("title", TOO_LONG, LONGEST_NAME * 2));
    }
    if (draft.sites().isEmpty() || draft.settlements().isEmpty()) {
      return Optional.of(SitingFault.of("title", NOTHING_IN_IT));
    }
    var last = before.map(SitingPlan::version).map(PlanVersion::since);
    if (last.filter(since -> !it.since().isAfter(since)).isPresent()) {
      return Optional.of(SitingFault.of("since", BEGINS_TOO_EARLY, last.get()));
    }
    return notYet(draft, it.since()).or(() -> before.flatMap(there -> againstWhatIs(there, draft)));
  }

  /// What a plan says is open, merged or closed must be so when it comes into force.
  private static Optional<SitingFault> notYet(SitingPlan draft, LocalDate since) {
    return draft.sites().stream()
        .filter(it -> it.state() != SiteState.PLANNED && it.since().isAfter(since))
        .findFirst()
        .map(it -> SitingFault.of("since", STATE_NOT_YET, it.name(), it.since()));
  }

  /// What is merged or closed does not open again by a new version, and what is open does not
  /// vanish.
  private static Optional<SitingFault> againstWhatIs(SitingPlan before, SitingPlan draft) {
    for (var there : before.sites()) {
      var then = draft.site(there.code());
      if (then.isEmpty() && there.state() == SiteState.OPEN) {
        return Optional.of(SitingFault.of("title", LEFT_OUT, there.name()));
      }
      if (then.filter(it -> !there.state().leadsTo(it.state())).isPresent()) {
        return Optional.of(SitingFault.of("title", AGAINST_WHAT_IS, there.name()));
      }
    }
    return Optional.empty();
  }

  /// What still refers to a site.
  static boolean isNeeded(Site site, SitingPlan plan) {
    return plan.settlements().stream().anyMatch(it -> Objects.equals(it.site(), site.code()))
        || plan.sites().stream().anyMatch(it -> site.code().equals(it.successor()));
  }
}
