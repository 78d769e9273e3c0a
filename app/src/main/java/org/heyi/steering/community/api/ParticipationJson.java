package org.heyi.steering.community.api;

import java.util.List;
import org.heyi.steering.community.participation.ParticipationView;
import org.jspecify.annotations.Nullable;

/// Who takes part, as JSON.
///
/// @param allGovernmentPrimaryJoin whether the plan says so, and where; empty clause: the house
record ParticipationJson(
    Wish allGovernmentPrimaryJoin, Wish privateEncouraged, List<Share> sectors, List<Grids> grids) {

  record Wish(boolean said, String clause) {

    private static Wish of(ParticipationView.@Nullable Wish it) {
      return it == null ? new Wish(false, "") : new Wish(true, it.clause());
    }
  }

  /// @param onlyNetwork member of a telemedicine network and of nothing else
  record Place(String institution, String name, String kind, boolean onlyNetwork) {

    private static Place of(ParticipationView.Place it) {
      return new Place(it.id().value(), it.name(), it.kind(), it.onlyNetwork());
    }
  }

  record Share(String sector, long all, long taking, List<Place> missing) {

    private static Share of(ParticipationView.Share it) {
      return new Share(
          it.sector().code(), it.all(), it.taking(), it.missing().stream().map(Place::of).toList());
    }
  }

  record Grids(String consortium, long all, long inGrids, List<Place> unmapped) {

    private static Grids of(ParticipationView.GridCover it) {
      return new Grids(
          it.consortium().value(),
          it.all(),
          it.inGrids(),
          it.unmapped().stream().map(Place::of).toList());
    }
  }

  static ParticipationJson of(ParticipationView it) {
    return new ParticipationJson(
        Wish.of(it.allJoin()),
        Wish.of(it.privateEncouraged()),
        it.shares().stream().map(Share::of).toList(),
        it.grids().stream().map(Grids::of).toList());
  }
}
