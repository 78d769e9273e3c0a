/// The page of how the system runs.
@NullMarked
package org.heyi.platform.operation.web;

import org.jspecify.annotations.NullMarked;
