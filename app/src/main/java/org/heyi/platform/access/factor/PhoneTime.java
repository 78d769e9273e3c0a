package org.heyi.platform.access.factor;

import java.time.Instant;

/// 手机时间: what time it is on people's phones. It is that of the house, but for the demonstration,
/// whose clock shows another day.
public interface PhoneTime {

  Instant now();
}
