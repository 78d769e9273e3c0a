/// Residents as JSON.
@NullMarked
package org.heyi.person.resident.api;

import org.jspecify.annotations.NullMarked;
