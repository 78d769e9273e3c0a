package org.heyi.platform.policy.api;

import java.time.LocalDate;
import java.util.List;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shell.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the plans say, as JSON: packs with their versions and sections, and the parameters with
/// clause and history.
@RestController
@RequestMapping(path = "/api/policy/packs", produces = MediaType.APPLICATION_JSON_VALUE)
class PolicyApi {

  private static final String NO_AREA = "policy.no-such-area";

  private final Policies policies;

  PolicyApi(Policies policies) {
    this.policies = policies;
  }

  @GetMapping
  List<PackJson> packs() {
    return policies.areas().stream().map(PackJson::of).toList();
  }

  @GetMapping("/{area}")
  @Refusals(unknown = NO_AREA)
  PackJson pack(@PathVariable AreaId area) {
    return PackJson.of(policies.area(area));
  }

  @GetMapping("/{area}/versions")
  @Refusals(unknown = NO_AREA)
  List<PackJson.Version> versions(@PathVariable AreaId area) {
    return policies.versions(area).stream().map(PackJson.Version::of).toList();
  }

  @GetMapping("/{area}/sections")
  @Refusals(unknown = {NO_AREA, "policy.no-such-file"})
  List<PackJson.Place> sections(@PathVariable AreaId area) {
    return policies.sections(area).stream().map(PackJson.Place::of).toList();
  }

  @GetMapping("/{area}/sections/{section}")
  @Refusals(unknown = {NO_AREA, "policy.no-such-section", "policy.no-such-file"})
  Pack.Section section(@PathVariable AreaId area, @PathVariable String section) {
    return policies.section(area, section);
  }

  /// @param on only what holds on that day; without it, every value there was or will be
  @GetMapping("/{area}/parameters")
  @Refusals(unknown = NO_AREA)
  List<ParameterJson> parameters(
      @PathVariable AreaId area, @RequestParam(required = false) @Nullable LocalDate on) {
    return policies.parameters(area).stream().map(it -> ParameterJson.of(it, on)).toList();
  }

  @GetMapping("/{area}/parameters/{number}")
  @Refusals(unknown = {NO_AREA, "policy.no-such-parameter"})
  List<ParameterJson> parameter(@PathVariable AreaId area, @PathVariable String number) {
    return policies.parameter(area, number).stream().map(it -> ParameterJson.of(it, null)).toList();
  }
}
