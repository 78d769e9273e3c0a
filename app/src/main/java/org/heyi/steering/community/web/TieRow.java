package org.heyi.steering.community.web;

import java.util.List;
import org.heyi.platform.shell.Words;
import org.heyi.steering.community.tie.TieView;

/// One cooperation, with all words said.
///
/// @param side the institution or the consortium on our side
/// @param counterpartPath empty when the partner is only named
/// @param since the first day, and the last where there is one
public record TieRow(
    String kind,
    List<String> matters,
    boolean crossGrid,
    String side,
    String sidePath,
    String counterpart,
    String counterpartPath,
    String since,
    String plan,
    String outcome,
    String clause) {

  static TieRow of(TieView it, Words words) {
    var party = it.party();
    var consortium = it.consortium();
    var counterpart = it.counterpart();
    var until = it.life().until();
    return new TieRow(
        words.of("community.tie." + it.kind().code()),
        it.matters().stream().map(one -> words.of("community.matter." + one)).toList(),
        it.crossGrid(),
        party != null ? party.name() : consortium == null ? "" : Language.name(consortium, words),
        party != null
            ? "/institutions/" + party.id()
            : consortium == null ? "" : "/consortia/" + consortium.id(),
        it.counterpartName(),
        counterpart == null ? "" : "/institutions/" + counterpart,
        words.of("community.since", it.life().from())
            + (until == null ? "" : " " + words.of("community.until", until)),
        it.plan(),
        it.outcome(),
        it.clause());
  }

  static List<TieRow> of(List<TieView> ties, Words words) {
    return ties.stream().map(it -> of(it, words)).toList();
  }
}
