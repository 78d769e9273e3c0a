package org.heyi.steering.governance.unchanged;

import org.heyi.platform.policy.Citation;
import org.heyi.platform.shared.ConsortiumId;

/// 不变事项: one attribute that integration leaves as it is, in the plan's words.
public record Unchanged(
    ConsortiumId consortium, UnchangedAttribute attribute, String words, Citation origin) {}
