/// # 口令 Password
///
/// What a password must be, and how it is kept. Start reading at [PasswordRules], then [Passwords].
/// It knows no accounts.
@NullMarked
package org.heyi.platform.access.password;

import org.jspecify.annotations.NullMarked;
