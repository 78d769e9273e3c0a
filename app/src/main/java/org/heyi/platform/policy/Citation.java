package org.heyi.platform.policy;

/// 依据: where a fact of a pack comes from: a clause of the plan, or Heyi's own choice.
///
/// @param clause one or more clauses as printed, e.g. `§五、§八`; empty when [#house()]
/// @param house true: the plan is silent, Heyi chose it so that it can run
public record Citation(String clause, boolean house) {

  public static final Citation HOUSE = new Citation("", true);
}
