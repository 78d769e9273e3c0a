/// The referral room's JSON.
@NullMarked
package org.heyi.flow.referral.api;

import org.jspecify.annotations.NullMarked;
