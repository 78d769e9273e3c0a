/// What each hospital offers in the days that are open, for the pages of institutions and of the
/// area.
@NullMarked
package org.heyi.flow.capacity.offer;

import org.jspecify.annotations.NullMarked;
