package org.heyi.platform.audit;

import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.jspecify.annotations.Nullable;

/// Which entries a reviewer sees: those of the area, or of one institution in it. Entries that have
/// no area yet, such as failed sign-ins, are seen by the reviewers of areas.
record Reach(AreaId area, @Nullable InstitutionId institution) {}
