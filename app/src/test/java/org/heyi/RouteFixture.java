package org.heyi;

import java.util.Map;
import org.heyi.platform.shared.Staff;

/// A real object behind the path variables of routes, for [RouteAccessTests]. A room declares one
/// as a `@Component` in its test tree for each kind named in `routes.csv`.
public interface RouteFixture {

  /// Who may handle the object, and the values of the path's variables.
  record Real(Staff owner, Map<String, String> variables) {}

  /// As in `routes.csv`, e.g. `referral`.
  String kind();

  /// A new object of some institution, and somebody there with that role who may handle it.
  Real make(String role);

  /// What a form or a query on that route sends along, so that the request gets past what is merely
  /// missing.
  default Map<String, String> sent(String route, Real real) {
    return Map.of();
  }
}
