/// What the plans say, as JSON.
@NullMarked
package org.heyi.platform.policy.api;

import org.jspecify.annotations.NullMarked;
