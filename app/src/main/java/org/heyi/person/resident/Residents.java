package org.heyi.person.resident;

import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The master index of residents.
///
/// Lists join `resident.card_resident (id, name, sex, birth_date, id_number_masked, phone_masked,
/// pinyin)` and record every shown resident in one audit entry.
@Service
@Transactional
public class Residents {

  /// The card, for a caller whose institution has a live relationship; audited.
  ///
  /// @throws org.heyi.platform.shared.ProblemException `resident.not-found`
  public ResidentCard card(ResidentId id, Staff by) {
    throw new UnsupportedOperationException();
  }
}
