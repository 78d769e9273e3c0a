package org.heyi.person.resident;

import java.util.UUID;
import org.heyi.platform.shared.InstitutionId;
import org.jspecify.annotations.Nullable;

/// 1+1 选择: a resident chooses a centre as first contact and a hospital for referrals (APT-09).
///
/// @param consent who chose: the resident or a guardian
/// @param former the choice this one takes the place of, as the desk saw it; null for a first one
public record SelectProviders(
    InstitutionId centre,
    InstitutionId hospital,
    RegisterResident.Consent consent,
    @Nullable UUID former) {}
