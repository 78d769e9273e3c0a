/// How consortia and areas are governed, as JSON.
@NullMarked
package org.heyi.steering.governance.api;

import org.jspecify.annotations.NullMarked;
