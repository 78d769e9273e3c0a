package org.heyi.steering.directory;

import org.heyi.platform.shared.AreaId;

/// 机构查询: which institutions of an area to list.
///
/// @param text part of a name, of its spelling or of its initials; empty for all
/// @param kind word of GOV-03, or empty
/// @param generated whether clinics whose names are ours are listed too
public record InstitutionQuery(AreaId area, String text, String kind, boolean generated) {}
