/// # 医共体 Community
///
/// Models consortia, their members, roles and grids, and checks them against the plan's formula.
/// Start reading at [Communities]. It owns the pack sections consortia, grids and structure and
/// tells access who lies within which grid and consortium.
@ApplicationModule(
    displayName = "医共体 Community",
    allowedDependencies = {
      "platform.shared",
      "platform.shell",
      "platform.audit",
      "platform.access",
      "platform.policy",
      "platform.revision",
      "platform.fhir",
      "steering.directory",
      "steering.directory :: jurisdiction",
      "steering.directory :: siting"
    })
@NullMarked
package org.heyi.steering.community;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
