package org.heyi.steering.community;

import java.time.LocalDate;
import java.util.List;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.NoStaffNeeded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Consortia, members, roles, grids.
///
/// Lists join `community.card_member (consortium, institution, role, grid)` (today's members).
@Service
@Transactional
public class Communities {

  /// The memberships of an institution on a day; a clinic has those of the centre that manages it.
  @NoStaffNeeded(because = "membership is public")
  public List<Membership> of(InstitutionId institution, LocalDate on) {
    throw new UnsupportedOperationException();
  }

  /// The hospitals that an institution refers up to: leads, joint leads and cooperating hospitals
  /// of its consortia, its own grid's lead first.
  @NoStaffNeeded(because = "membership is public")
  public List<Membership> upward(InstitutionId institution, LocalDate on) {
    throw new UnsupportedOperationException();
  }
}
