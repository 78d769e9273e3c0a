/// # 二次验证 Second factor
///
/// Asks for what a person has, besides the password they know: a code that their phone shows (TOTP,
/// RFC 6238). Start reading at [SecondFactors], then [Proof] and [FactorChange]. Sign-in counts and
/// logs for it.
@NamedInterface("factor")
@NullMarked
package org.heyi.platform.access.factor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
