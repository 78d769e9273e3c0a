/// The pages of what the plans say.
@NullMarked
package org.heyi.platform.policy.web;

import org.jspecify.annotations.NullMarked;
