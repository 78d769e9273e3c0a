/// 合医: the application itself: its start, its clock, and the jobs of all rooms.
@NullMarked
package org.heyi;

import org.jspecify.annotations.NullMarked;
