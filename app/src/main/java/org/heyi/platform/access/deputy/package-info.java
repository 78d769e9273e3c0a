/// # 代理 Deputy
///
/// AB角: who stands in for whom, from when until when. Start reading at [Deputyships]. Other rooms
/// join `access.card_deputy` to show somebody's assigned work to their deputy, and hear
/// [DeputyEvent].
@NamedInterface("deputy")
@NullMarked
package org.heyi.platform.access.deputy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
