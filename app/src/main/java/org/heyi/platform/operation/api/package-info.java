/// How the system runs, as JSON.
@NullMarked
package org.heyi.platform.operation.api;

import org.jspecify.annotations.NullMarked;
