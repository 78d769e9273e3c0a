/// Slots and appointments as JSON, for the systems of hospitals.
@NullMarked
package org.heyi.flow.capacity.api;

import org.jspecify.annotations.NullMarked;
