/// # 转诊 Referral
///
/// Sends a resident to the hospital above with the visit booked in the same press, and says at
/// every moment who must act next, until the hospital's feedback is read. Start reading at
/// [Referrals], then [Referral] and [ReferralActions]. Other rooms hear [ReferralEvent].
@ApplicationModule(
    displayName = "转诊 Referral",
    allowedDependencies = {
      "platform.shared",
      "platform.shell",
      "platform.audit",
      "platform.access",
      "platform.access::leaving",
      "platform.policy",
      "platform.revision",
      "platform.calendar",
      "platform.work",
      "platform.notice",
      "platform.file",
      "platform.sheet",
      "platform.print",
      "platform.fhir",
      "steering.directory",
      "steering.directory :: jurisdiction",
      "steering.community",
      "person.resident",
      "person.resident :: identity",
      "flow.capacity"
    })
@NullMarked
package org.heyi.flow.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
