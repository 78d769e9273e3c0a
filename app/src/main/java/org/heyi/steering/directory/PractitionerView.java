package org.heyi.steering.directory;

import org.heyi.platform.shared.InstitutionId;
import org.jspecify.annotations.Nullable;

/// 执业人员: a physician, nurse or other professional of an institution.
///
/// @param department code of the department, or null for the whole institution
public record PractitionerView(
    PractitionerId id,
    InstitutionId institution,
    @Nullable String department,
    String name,
    PractitionerTitle title) {}
