/// The pages of consortia and of the area's tree.
@NullMarked
package org.heyi.steering.community.web;

import org.jspecify.annotations.NullMarked;
