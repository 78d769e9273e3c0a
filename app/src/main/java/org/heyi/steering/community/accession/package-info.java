/// # 加入 Accession
///
/// How and in which batch institutions joined a consortium (AGR-05: 成熟一个、发展一个). Start reading at
/// [Accessions].
@NullMarked
package org.heyi.steering.community.accession;

import org.jspecify.annotations.NullMarked;
