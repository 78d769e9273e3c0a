/// Browser stories: the packaged application, a real Chromium, the demonstration's people.
@NullMarked
package org.heyi.e2e;

import org.jspecify.annotations.NullMarked;
