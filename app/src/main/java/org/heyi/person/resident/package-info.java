/// # 居民 Resident
///
/// Keeps one record per person, whatever numbers and cards they carry, and their ties. Start
/// reading at [Residents]. It tells access who registered whom and which institution is first
/// contact.
@ApplicationModule(
    displayName = "居民 Resident",
    allowedDependencies = {
      "platform.shared",
      "platform.shell",
      "platform.audit",
      "platform.sheet",
      "platform.sheet :: read",
      "platform.access",
      "platform.policy",
      "platform.fhir",
      "steering.directory",
      "steering.directory :: jurisdiction",
      "steering.community"
    })
@NullMarked
package org.heyi.person.resident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
