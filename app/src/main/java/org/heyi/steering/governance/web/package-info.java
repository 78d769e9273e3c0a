/// The pages of how a consortium and an area are governed.
@NullMarked
package org.heyi.steering.governance.web;

import org.jspecify.annotations.NullMarked;
