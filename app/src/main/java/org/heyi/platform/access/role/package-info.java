/// # 角色 Role
///
/// What the roles of `roles.yaml` are: their duties, how far each reaches, and which exclude all
/// others. Start reading at [Roles]. Sign-in and accounts ask it.
@NullMarked
package org.heyi.platform.access.role;

import org.jspecify.annotations.NullMarked;
