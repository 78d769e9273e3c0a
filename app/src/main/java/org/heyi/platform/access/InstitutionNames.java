package org.heyi.platform.access;

import java.util.Collection;
import java.util.Map;
import org.heyi.platform.shared.InstitutionId;

/// 机构名称来源: what institutions are called. The directory above implements it; what it does not name
/// is shown by its id.
public interface InstitutionNames {

  Map<InstitutionId, String> of(Collection<InstitutionId> institutions);
}
