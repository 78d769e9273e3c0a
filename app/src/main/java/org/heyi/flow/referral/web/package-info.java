/// The referral room's pages.
@NullMarked
package org.heyi.flow.referral.web;

import org.jspecify.annotations.NullMarked;
