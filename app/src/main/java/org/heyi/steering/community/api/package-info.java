/// Consortia as JSON.
@NullMarked
package org.heyi.steering.community.api;

import org.jspecify.annotations.NullMarked;
