/// The page of one's notices.
@NullMarked
package org.heyi.platform.notice.web;

import org.jspecify.annotations.NullMarked;
