package org.heyi.steering.directory.api;

import java.util.List;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Refusals;
import org.heyi.steering.directory.jurisdiction.Jurisdictions;
import org.heyi.steering.directory.jurisdiction.PlaceId;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The jurisdictions within the caller's reach, with their numbers.
@RestController
@RequestMapping(path = "/api/directory/jurisdictions", produces = MediaType.APPLICATION_JSON_VALUE)
class JurisdictionApi {

  private final Jurisdictions jurisdictions;

  JurisdictionApi(Jurisdictions jurisdictions) {
    this.jurisdictions = jurisdictions;
  }

  @GetMapping
  @Refusals(forbidden = "directory.no-jurisdiction")
  List<JurisdictionJson> jurisdictions(Staff staff) {
    return jurisdictions.roots(staff).stream().map(JurisdictionJson::of).toList();
  }

  @GetMapping("/{place}")
  @Refusals(unknown = "directory.no-such-place")
  JurisdictionJson jurisdiction(@PathVariable PlaceId place, Staff staff) {
    return JurisdictionJson.of(jurisdictions.rollUp(place, staff));
  }
}
