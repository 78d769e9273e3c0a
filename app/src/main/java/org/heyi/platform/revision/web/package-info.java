/// The pages of versions: which there were, one that is uploaded, what it changes.
@NullMarked
package org.heyi.platform.revision.web;

import org.jspecify.annotations.NullMarked;
