/// The pages of institutions.
@NullMarked
package org.heyi.steering.directory.web;

import org.jspecify.annotations.NullMarked;
