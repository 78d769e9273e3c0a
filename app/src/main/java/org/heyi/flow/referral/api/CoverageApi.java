package org.heyi.flow.referral.api;

import java.util.List;
import org.heyi.flow.referral.coverage.Coverage;
import org.heyi.platform.shared.Staff;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who is on the platform, as JSON.
@RestController
@RequestMapping(path = "/api/referral/coverage", produces = MediaType.APPLICATION_JSON_VALUE)
class CoverageApi {

  private final Coverage coverage;

  CoverageApi(Coverage coverage) {
    this.coverage = coverage;
  }

  @GetMapping
  List<CoverageJson> coverage(Staff staff) {
    return coverage.of(staff).stream().map(CoverageJson::of).toList();
  }
}
