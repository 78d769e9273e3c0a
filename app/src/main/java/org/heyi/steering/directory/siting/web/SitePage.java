package org.heyi.steering.directory.siting.web;

import java.util.List;
import org.heyi.steering.directory.InstitutionView;
import org.heyi.steering.directory.siting.Site;
import org.heyi.steering.directory.siting.SiteEvent;
import org.heyi.steering.directory.siting.SiteState;
import org.jspecify.annotations.Nullable;

/// One site: what the version says of it, what became of it, and the forms of who may change it.
///
/// @param site null for a new one
/// @param centres to choose from
/// @param clinics to choose from
public record SitePage(
    SitingPage all,
    @Nullable Site site,
    List<SiteEvent> history,
    List<InstitutionView> centres,
    List<InstitutionView> clinics,
    List<String> towns) {

  /// Sites that may take over from this one.
  public List<Site> successors() {
    return all.plan().sites().stream()
        .filter(it -> it.state().stands())
        .filter(it -> site == null || !it.code().equals(site.code()))
        .toList();
  }

  /// What it may become, in the order of the states.
  public List<SiteState> next() {
    return site == null ? List.of() : site.state().next().stream().sorted().toList();
  }

  public boolean mayMove() {
    return all.mayMove() && !next().isEmpty();
  }
}
