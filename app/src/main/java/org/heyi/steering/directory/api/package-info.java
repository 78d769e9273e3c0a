/// Jurisdictions as JSON.
@NullMarked
package org.heyi.steering.directory.api;

import org.jspecify.annotations.NullMarked;
