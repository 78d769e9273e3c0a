/// # 重点人群 Population groups
///
/// Which groups of residents are looked after first, as data of `resident/groups.yaml`. Pure
/// values: whom they hold follows from the birth date or from what is recorded. Start reading at
/// [PopulationGroups].
@NamedInterface("group")
@NullMarked
package org.heyi.person.resident.group;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
