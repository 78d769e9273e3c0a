/// # 功能定位 Functional positioning
///
/// What each institution is for: the cases it takes, the services it provides, how large it is
/// built and how it is equipped (GOV-29). Start reading at [Positions], then [Position].
@NullMarked
package org.heyi.steering.governance.position;

import org.jspecify.annotations.NullMarked;
