package org.heyi.platform.sheet.write;

import java.util.regex.Pattern;

/// 无害文字: text that no spreadsheet program takes for a formula when it opens a CSV file.
///
/// OWASP ASVS 5.0, 1.2.10: cells that begin with `=`, `+`, `-`, `@`, tab or carriage return get an
/// apostrophe before. So do those with the full-width forms, which Chinese input gives, with blanks
/// or invisible signs before, and what follows a separator or line break inside of a cell, for
/// programs that do not heed quotes.
public final class Harmless {

  private static final Pattern BEGIN =
      Pattern.compile("(^|[,;\\t\\r\\n])([\\p{Z}\\p{Cc}\\p{Cf}\"']*)([=+\\-@＝＋－＠﹢﹣﹦﹫−])");
  private static final Pattern LEADING_CONTROL = Pattern.compile("^[\\t\\r\\n]");

  public static String text(String text) {
    var safe = BEGIN.matcher(text).replaceAll("$1$2'$3");
    return LEADING_CONTROL.matcher(safe).find() ? "'" + safe : safe;
  }

  private Harmless() {}
}
