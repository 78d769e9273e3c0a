package org.heyi.platform.policy.api;

import java.util.List;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.policy.ParameterView;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.AreaId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the plans say, as JSON.
@RestController
@RequestMapping("/api/policy")
class PolicyApi {

  /// An area with its parameters.
  record AreaPolicy(Pack area, List<ParameterView> parameters) {}

  private final Policies policies;

  PolicyApi(Policies policies) {
    this.policies = policies;
  }

  @GetMapping
  List<Pack> areas() {
    return policies.areas();
  }

  @GetMapping("/{area}")
  AreaPolicy area(@PathVariable AreaId area) {
    return new AreaPolicy(policies.area(area), policies.parameters(area));
  }
}
