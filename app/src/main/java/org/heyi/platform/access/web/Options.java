package org.heyi.platform.access.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.heyi.platform.access.AccountAction;
import org.heyi.platform.access.AccountState;
import org.heyi.platform.access.signin.Outcome;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shell.Words;

/// What the choices of the pages offer.
public final class Options {

  /// Actions that are asked about on a page of their own first, and the end of its path.
  public static final Map<AccountAction, String> PAGES =
      Map.of(AccountAction.HAND_OVER, "hand-over", AccountAction.CLOSE, "close");

  /// Actions that are one button, and the end of their path.
  public static final Map<AccountAction, String> BUTTONS =
      Map.of(
          AccountAction.LOCK, "lock",
          AccountAction.UNLOCK, "unlock",
          AccountAction.RESET_PASSWORD, "password",
          AccountAction.RESET_SECOND_FACTOR, "second-factor");

  public static Map<String, String> roles(Collection<String> codes, Words words) {
    var options = new LinkedHashMap<String, String>();
    codes.forEach(it -> options.put(it, words.orElse("role." + it, it)));
    return options;
  }

  public static Map<String, String> people(Map<AccountId, String> names) {
    var options = new LinkedHashMap<String, String>();
    names.forEach((id, name) -> options.put(id.toString(), name));
    return options;
  }

  /// Candidates for a deputy; with the institution's name where there is more than one.
  public static Map<String, String> deputies(
      Map<InstitutionId, Map<AccountId, String>> candidates, Map<InstitutionId, String> places) {
    var options = new LinkedHashMap<String, String>();
    candidates.forEach((institution, people) ->
        people.forEach((account, name) ->
            options.put(
                DeputyForm.choice(institution, account),
                candidates.size() > 1
                    ? name + " · " + places.getOrDefault(institution, institution.value())
                    : name)));
    return options;
  }

  public static Map<String, String> institutions(Map<InstitutionId, String> names) {
    var options = new LinkedHashMap<String, String>();
    names.forEach((id, name) -> options.put(id.value(), name));
    return options;
  }

  public static Map<String, String> states(Words words) {
    var options = new LinkedHashMap<String, String>();
    for (var state : AccountState.values()) {
      options.put(state.name(), words.of("access.state-" + state.name()));
    }
    return options;
  }

  public static Map<String, String> outcomes(Words words) {
    var options = new LinkedHashMap<String, String>();
    for (var outcome : Outcome.values()) {
      options.put(outcome.name(), words.of("access.outcome-" + outcome.name()));
    }
    return options;
  }

  private Options() {}
}
