/// The check of the audit log's chain as JSON.
@NullMarked
package org.heyi.platform.audit.api;

import org.jspecify.annotations.NullMarked;
