/// The same for systems, as JSON under `/api/sheet`.
@NullMarked
package org.heyi.platform.sheet.api;

import org.jspecify.annotations.NullMarked;
