package org.heyi.steering.directory.api;

import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Refusals;
import org.heyi.steering.directory.siting.SitingProblem;
import org.heyi.steering.directory.siting.Sitings;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The siting plan of village clinics that is in force in an area.
@RestController
@RequestMapping(path = "/api/directory/siting", produces = MediaType.APPLICATION_JSON_VALUE)
class SitingApi {

  private final Sitings sitings;

  SitingApi(Sitings sitings) {
    this.sitings = sitings;
  }

  @GetMapping("/{area}")
  @Refusals(unknown = {"siting.no-area", "siting.none-in-force"})
  SitingJson siting(@PathVariable AreaId area, Staff staff) {
    return sitings
        .inForce(area, staff)
        .map(SitingJson::of)
        .orElseThrow(() -> SitingProblem.NONE_IN_FORCE.with(area));
  }
}
