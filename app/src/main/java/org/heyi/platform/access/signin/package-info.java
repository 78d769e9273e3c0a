/// # 登录 Sign-in
///
/// Judges passwords, keeps sessions, locks out who guesses. Start reading at [SignIns], then
/// [Sessions].
@NamedInterface("signin")
@NullMarked
package org.heyi.platform.access.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
