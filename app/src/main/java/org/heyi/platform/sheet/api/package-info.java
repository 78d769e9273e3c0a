/// Imports as JSON, for the systems of institutions.
@NullMarked
package org.heyi.platform.sheet.api;

import org.jspecify.annotations.NullMarked;
