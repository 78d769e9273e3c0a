/// What of access is JSON under `/api/access`.
@NullMarked
package org.heyi.platform.access.api;

import org.jspecify.annotations.NullMarked;
