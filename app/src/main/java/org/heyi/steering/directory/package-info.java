/// # 机构名录 Directory
///
/// Lists institutions, their departments and practitioners, with dates on names and mergers. Start
/// reading at [Institutions]. It owns the pack sections institutions, clinics and departments and
/// tells access who manages whom and who lies in which area. The tree of jurisdictions and the
/// siting plan of village clinics are rooms of their own within it.
@ApplicationModule(
    displayName = "机构名录 Directory",
    allowedDependencies = {
      "platform.shared",
      "platform.shell",
      "platform.audit",
      "platform.access",
      "platform.policy",
      "platform.revision",
      "platform.sheet",
      "platform.fhir"
    })
@NullMarked
package org.heyi.steering.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
