package org.heyi.steering.community;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.heyi.platform.policy.PackReading;
import org.heyi.platform.shared.Period;
import org.heyi.steering.directory.DirectoryPlan;

/// What the community's sections of one pack say together.
record CommunityPlan(List<PlannedConsortium> consortia, List<PlannedGrid> grids) {

  static CommunityPlan of(PackReading reading) {
    return reading
        .kept(CommunityPlan.class)
        .orElseGet(() -> new CommunityPlan(List.of(), List.of()));
  }

  Optional<PlannedConsortium> consortium(String id) {
    return consortia.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  CommunityPlan and(List<PlannedGrid> those) {
    return new CommunityPlan(consortia, those);
  }

  /// Who is in what once the pack is in force: everything that has not ended by then.
  Structure structure(PackReading reading) {
    var directory = reading.kept(DirectoryPlan.class);
    var on = reading.effective();
    Map<String, Structure.Place> places = new HashMap<>();
    directory.ifPresent(it ->
        it.institutions()
            .values()
            .forEach(one -> {
              if (lives(one.life(), on)) {
                var managers = new HashSet<String>();
                one.managers().stream()
                    .filter(by -> lives(by.period(), on))
                    .forEach(by -> managers.add(by.manager()));
                places.put(one.id(), new Structure.Place(one.kind().code(), one.level(), managers));
              }
            }));
    var members = new ArrayList<Structure.Member>();
    for (var consortium : consortia) {
      consortium.members().stream()
          .filter(it -> lives(it.period(), on))
          .forEach(it ->
              members.add(new Structure.Member(consortium.id(), it.institution(), it.role())));
    }
    return new Structure(
        places,
        consortia.stream()
            .map(it ->
                new Structure.Consortium(
                    it.id(), it.form(), !it.parent().isEmpty(), it.includesClinics()))
            .toList(),
        members,
        grids.stream()
            .map(it ->
                new Structure.Grid(
                    it.id(),
                    it.consortium(),
                    it.lead(),
                    it.members().stream().map(PlannedGrid.Member::institution).toList()))
            .toList());
  }

  private static boolean lives(Period period, LocalDate on) {
    return period.until() == null || period.until().isAfter(on);
  }
}
