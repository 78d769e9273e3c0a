/// The pages of imports: the kinds one may bring in, one file, what it would do and what it did.
@NullMarked
package org.heyi.platform.sheet.web;

import org.jspecify.annotations.NullMarked;
