/// The pages of the audit log and its verification.
@NullMarked
package org.heyi.platform.audit.web;

import org.jspecify.annotations.NullMarked;
