/// # 审计 Audit
///
/// Keeps who did or saw what, sealed so that a change shows. Start reading at [Audit], then
/// [AuditEntry]. It is told by every room in the room's own transaction and tells nobody.
@ApplicationModule(
    displayName = "审计 Audit",
    allowedDependencies = {"platform.shared", "platform.shell", "platform.operation"})
@NullMarked
package org.heyi.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
