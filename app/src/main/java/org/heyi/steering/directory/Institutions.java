package org.heyi.steering.directory;

import java.util.List;
import java.util.Optional;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.NoStaffNeeded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The directory of institutions and departments.
///
/// Lists of other rooms join `directory.card_institution (id, area, name, trade_name, kind, level,
/// managed_by, generated, pinyin)` and `directory.card_department (institution, code, name,
/// pinyin)` (`pinyin` holds full spelling and initials, lower case).
@Service
@Transactional
public class Institutions {

  @NoStaffNeeded(because = "the directory is public")
  public Optional<InstitutionView> find(InstitutionId id) {
    throw new UnsupportedOperationException();
  }

  @NoStaffNeeded(because = "the directory is public")
  public List<DepartmentView> departments(InstitutionId institution) {
    throw new UnsupportedOperationException();
  }
}
