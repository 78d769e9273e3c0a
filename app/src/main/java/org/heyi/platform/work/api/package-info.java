/// Work items as JSON.
@NullMarked
package org.heyi.platform.work.api;

import org.jspecify.annotations.NullMarked;
