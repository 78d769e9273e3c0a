/// The capacity room's pages.
@NullMarked
package org.heyi.flow.capacity.web;

import org.jspecify.annotations.NullMarked;
