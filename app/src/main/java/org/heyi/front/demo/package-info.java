/// # 演示 Demo
///
/// Fills a fresh embedded installation with one area's institutions at work: made-up staff,
/// residents and referrals, replayed through the facades with a clock that moves. Start reading at
/// [DemoReplay], then [DemoReferrals]. It exists in demo mode only and tells nobody.
@ApplicationModule(
    displayName = "演示 Demo",
    allowedDependencies = {
      "platform.shared",
      "platform.database",
      "platform.shell",
      "platform.access",
      "platform.access::factor",
      "platform.access::signin",
      "platform.policy",
      "steering.directory",
      "steering.directory::siting",
      "steering.community",
      "person.resident",
      "person.resident::identity",
      "flow.capacity",
      "flow.referral",
      "flow.referral::content",
      "flow.referral::office"
    })
@NullMarked
package org.heyi.front.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
