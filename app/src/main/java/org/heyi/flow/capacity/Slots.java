package org.heyi.flow.capacity;

import java.util.List;
import org.heyi.platform.shared.Staff;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Clinics and their slots: templates, publishing, reserved share, stopping.
@Service
@Transactional
public class Slots {

  /// The next segments the caller may take, earliest first.
  public List<FreeSlot> free(FreeSlotQuery query, Staff by) {
    throw new UnsupportedOperationException();
  }
}
