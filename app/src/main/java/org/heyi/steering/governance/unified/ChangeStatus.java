package org.heyi.steering.governance.unified;

import java.time.LocalDate;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.InstitutionId;

/// 更新进度: the command.
///
/// @param version the one that was seen
/// @param since from when it is so
public record ChangeStatus(
    ConsortiumId consortium,
    InstitutionId institution,
    UnifiedKind kind,
    String dimension,
    int version,
    UnifiedStatus status,
    LocalDate since,
    String note) {}
