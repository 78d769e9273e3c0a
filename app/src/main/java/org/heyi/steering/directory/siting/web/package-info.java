/// Pages of the siting plan.
@NullMarked
package org.heyi.steering.directory.siting.web;

import org.jspecify.annotations.NullMarked;
