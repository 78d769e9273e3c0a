package org.heyi.platform.access.signin;

import java.util.Optional;
import java.util.regex.Pattern;

/// 授权范围: what a token may be used for, within its account's duties, in the form of SMART App Launch
/// 2.2, "Scopes for requesting FHIR resources": `system/Patient.rs`, `system/*.cruds`.
///
/// @param type a FHIR resource type, or `*` for all, and for `/api`
/// @param interactions some of `c r u d s`, in that order
public record SmartScope(String type, String interactions) {

  private static final Pattern FORM =
      Pattern.compile("system/(\\*|[A-Z][A-Za-z]{1,40})\\.(?=.)(c?r?u?d?s?)");

  /// Empty when it is not of that form.
  public static Optional<SmartScope> of(String text) {
    var form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new SmartScope(form.group(1), form.group(2)))
        : Optional.empty();
  }

  public boolean covers(String wanted, char interaction) {
    return (type.equals("*") || type.equals(wanted)) && interactions.indexOf(interaction) >= 0;
  }

  @Override
  public String toString() {
    return "system/" + type + "." + interactions;
  }
}
