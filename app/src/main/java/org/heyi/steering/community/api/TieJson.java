package org.heyi.steering.community.api;

import java.time.LocalDate;
import java.util.List;
import org.heyi.steering.community.tie.TieView;
import org.jspecify.annotations.Nullable;

/// One cooperation as JSON.
///
/// @param consortium empty when it is none of a consortium's
/// @param party the institution on our side; empty: the consortium as a whole
/// @param counterpart its id, or empty when it is only named
/// @param counts false: outside the framework and in no statistics
record TieJson(
    String id,
    String kind,
    boolean counts,
    String consortium,
    String party,
    String counterpart,
    String counterpartName,
    List<String> matters,
    boolean crossGrid,
    String plan,
    String outcome,
    LocalDate since,
    @Nullable LocalDate until,
    String clause) {

  static TieJson of(TieView it) {
    var consortium = it.consortium();
    var party = it.party();
    var counterpart = it.counterpart();
    return new TieJson(
        it.id(),
        it.kind().code(),
        it.counts(),
        consortium == null ? "" : consortium.id().value(),
        party == null ? "" : party.id().value(),
        counterpart == null ? "" : counterpart.value(),
        it.counterpartName(),
        it.matters(),
        it.crossGrid(),
        it.plan(),
        it.outcome(),
        it.life().from(),
        it.life().until(),
        it.clause());
  }
}
