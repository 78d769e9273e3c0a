package org.heyi.platform.notice;

import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.NoStaffNeeded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// 站内通知: in-app notices.
@Service
@Transactional
public class Notices {

  @NoStaffNeeded(because = "rooms and clocks tell; who reads is fixed by the receiver")
  public void tell(AccountId reader, TellNotice notice) {
    throw new UnsupportedOperationException();
  }

  /// Tells everybody who holds the duty at the institution.
  @NoStaffNeeded(because = "rooms and clocks tell; who reads is fixed by the receiver")
  public void tell(InstitutionId institution, String duty, TellNotice notice) {
    throw new UnsupportedOperationException();
  }
}
