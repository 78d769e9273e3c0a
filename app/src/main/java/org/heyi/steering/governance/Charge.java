package org.heyi.steering.governance;

import org.heyi.platform.policy.Citation;

/// 职责条目: one thing that a body, a department or a centre has to do, in the plan's words.
///
/// @param duty of the closed list of a department's duties, or empty
public record Charge(String duty, String text, Citation origin) {}
