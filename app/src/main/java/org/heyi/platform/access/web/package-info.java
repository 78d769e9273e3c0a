/// The pages of access: sign-in, one's own account, administration, emergency access.
@NullMarked
package org.heyi.platform.access.web;

import org.jspecify.annotations.NullMarked;
