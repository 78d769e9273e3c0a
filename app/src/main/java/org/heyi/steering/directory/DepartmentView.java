package org.heyi.steering.directory;

import org.heyi.platform.shared.InstitutionId;

/// 科室: an outpatient department of an institution.
///
/// @param code of 诊疗科目名录, e.g. `03.04`
public record DepartmentView(InstitutionId institution, String code, String name) {}
