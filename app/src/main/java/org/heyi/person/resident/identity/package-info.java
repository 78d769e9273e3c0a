/// # 身份 Identity
///
/// What a person is called and numbered by, as pure values: names, numbers and their check digits,
/// sex, age, spelling, masks. Start reading at [Identifier], then [IdCard] and [PersonName]. It
/// decides nothing about anybody and tells nobody.
@NamedInterface("identity")
@NullMarked
package org.heyi.person.resident.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
