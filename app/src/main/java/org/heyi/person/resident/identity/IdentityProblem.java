package org.heyi.person.resident.identity;

import java.util.Locale;
import org.heyi.platform.shared.Problem;

/// 身份信息问题: what can be wrong with a name or number as written. Its sentences stand with the
/// resident room's.
public enum IdentityProblem implements Problem {
  NAME_EMPTY,
  NAME_TOO_LONG,
  NAME_INVISIBLE,
  NAME_CHARACTER,
  NUMBER_EMPTY,
  NUMBER_SHAPE,
  ID_LENGTH,
  ID_CHARACTER,
  ID_REGION,
  ID_BIRTH_DATE,
  ID_CHECK_DIGIT,
  PHONE_SHAPE;

  @Override
  public Kind kind() {
    return Kind.REFUSED;
  }

  @Override
  public String code() {
    return "resident." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
