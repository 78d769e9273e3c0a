/// The capacity room's JSON.
@NullMarked
package org.heyi.flow.capacity.api;

import org.jspecify.annotations.NullMarked;
