package org.heyi.steering.directory.siting.web;

import java.util.List;
import org.heyi.steering.directory.InstitutionView;
import org.heyi.steering.directory.siting.Coverage;
import org.heyi.steering.directory.siting.Settlement;
import org.heyi.steering.directory.siting.Site;
import org.jspecify.annotations.Nullable;

/// Who serves which settlement.
///
/// @param town only of this township, or empty
/// @param uncovered whether only those are shown that nobody serves
public record AreasPage(SitingPage all, String town, boolean uncovered, List<String> towns) {

  public List<Settlement> rows() {
    return all.plan().settlements().stream()
        .filter(it -> town.isEmpty() || it.town().equals(town))
        .filter(it -> !uncovered || all.plan().coverage(it) != Coverage.COVERED)
        .toList();
  }

  /// Sites that may serve a settlement; of the chosen township first.
  public List<Site> sites() {
    return all.plan().sites().stream()
        .filter(it -> it.state().stands())
        .sorted(java.util.Comparator.comparing((Site it) -> !it.town().equals(town)))
        .toList();
  }

  /// One settlement with its form.
  ///
  /// @param settlement null for a new one
  public record One(
      SitingPage all,
      @Nullable Settlement settlement,
      List<InstitutionView> centres,
      List<String> towns) {

    public List<Site> sites() {
      return all.plan().sites().stream()
          .filter(it ->
              it.state().stands() || (settlement != null && it.code().equals(settlement.site())))
          .toList();
    }
  }
}
