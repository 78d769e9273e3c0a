package org.heyi.platform.access.api;

import java.util.Map;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who the caller is to Heyi, for whoever connects a system: with a token or signed in.
@RestController
@RequestMapping(path = "/api/access", produces = MediaType.APPLICATION_JSON_VALUE)
class AccessApi {

  /// @param duties duty code → how far it reaches
  record Me(
      String account,
      String name,
      String role,
      String institution,
      String area,
      Map<String, Scope> duties) {}

  @GetMapping("/me")
  Me me(Staff staff) {
    return new Me(
        staff.account().toString(),
        staff.name(),
        staff.role(),
        staff.institution().value(),
        staff.area().value(),
        staff.duties());
  }
}
