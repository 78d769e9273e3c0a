package org.heyi.person.resident;

import java.util.List;

/// 选项: the lists that forms offer, as words of `resident/rules.yaml`.
public record ResidentLists(
    List<String> relations,
    List<String> residences,
    List<String> noNumberReasons,
    List<String> revealPurposes,
    List<String> consents) {

  static ResidentLists of(ResidentRules rules) {
    return new ResidentLists(
        rules.relations(),
        rules.residences(),
        rules.noNumberReasons(),
        rules.revealPurposes(),
        rules.consents());
  }
}
