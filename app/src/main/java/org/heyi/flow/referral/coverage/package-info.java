/// Which members of a consortium are on the referral platform, and which are not yet.
@NullMarked
package org.heyi.flow.referral.coverage;

import org.jspecify.annotations.NullMarked;
