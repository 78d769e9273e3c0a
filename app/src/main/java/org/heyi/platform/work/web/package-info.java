/// The pages of work: the inbox, and what supervisors look after.
@NullMarked
package org.heyi.platform.work.web;

import org.jspecify.annotations.NullMarked;
