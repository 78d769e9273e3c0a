package org.heyi.platform.sheet;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.heyi.platform.sheet.read.Cell;
import org.heyi.platform.sheet.read.SheetProblem;
import org.jspecify.annotations.Nullable;

/// 单元格读法: what a cell says to its column, or why it says nothing.
///
/// @param text in the one form of [SheetRow]
record CellReading(String text, @Nullable SheetProblem problem, List<Object> args) {

  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4})(?:[-/.](\\d{1,2})[-/.](\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日?|(\\d{2})(\\d{2}))"
              + "(?:[ T]0{1,2}:00(?::00)?)?");
  private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(?::00)?");
  private static final Pattern CUT_OFF = Pattern.compile("\\d(\\.\\d+)?E\\+\\d+");

  /// Excel keeps 15 digits of a number.
  private static final int DIGITS_KEPT = 15;

  /// A count of days that nobody marked as a date: from 1927 on. Below lie years and numbers.
  private static final Pattern BARE_DAYS = Pattern.compile("\\d{5}");

  private static final int LAST_DAY = 2_958_465;
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);

  /// The day that Excel invented: 1900-02-29.
  private static final int INVENTED_DAY = 60;

  private static final int MINUTES_OF_DAY = 24 * 60;

  private static CellReading said(String text) {
    return new CellReading(text, null, List.of());
  }

  private static CellReading refused(SheetProblem problem, Object... args) {
    return new CellReading("", problem, List.of(args));
  }

  static CellReading of(
      Column column, Cell cell, boolean since1904, @Nullable Map<String, Set<String>> choices) {
    if (cell.kind() == Cell.Kind.NO_VALUE) {
      return refused(SheetProblem.ERROR_IN_CELL);
    }
    return switch (column.kind()) {
      case TEXT -> text(column, cell);
      case DATE -> date(cell, since1904);
      case TIME -> time(cell);
      case WHOLE -> whole(cell);
      case CHOICE -> choice(cell, choices == null ? Map.of() : choices);
    };
  }

  /// What a copy of the file shows: a date or time in a form that can be read again, else as it
  /// was.
  static String shown(Column column, Cell cell, boolean since1904) {
    if (cell.kind() != Cell.Kind.DATE) {
      return cell.text();
    }
    var shown = column.kind() == Column.Kind.TIME ? time(cell) : date(cell, since1904);
    return shown.problem() == null ? shown.text() : cell.text();
  }

  private static CellReading text(Column column, Cell cell) {
    var text = cell.text();
    if (cell.kind() == Cell.Kind.DATE) {
      return refused(SheetProblem.BECAME_A_DATE);
    }
    boolean cut = cell.kind() == Cell.Kind.NUMBER && digits(text) > DIGITS_KEPT;
    if (cut || CUT_OFF.matcher(text).matches()) {
      return refused(SheetProblem.DIGITS_LOST);
    }
    return text.codePointCount(0, text.length()) > column.longest()
        ? refused(SheetProblem.TOO_LONG, column.longest())
        : said(text);
  }

  private static long digits(String number) {
    return number.chars().filter(Character::isDigit).count();
  }

  private static CellReading date(Cell cell, boolean since1904) {
    var text = narrow(cell.text());
    var days = cell.kind() == Cell.Kind.DATE ? text.replaceFirst("\\..*", "") : text;
    var day =
        cell.kind() == Cell.Kind.DATE || BARE_DAYS.matcher(days).matches()
            ? day(days, since1904)
            : written(text);
    return day == null ? refused(SheetProblem.NOT_A_DATE) : said(day.toString());
  }

  private static @Nullable LocalDate written(String text) {
    var match = DATE.matcher(text);
    if (!match.matches()) {
      return null;
    }
    try {
      return LocalDate.of(
          Integer.parseInt(match.group(1)),
          Integer.parseInt(first(match.group(2), match.group(4), match.group(6))),
          Integer.parseInt(first(match.group(3), match.group(5), match.group(7))));
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  private static String first(@Nullable String... groups) {
    for (var group : groups) {
      if (group != null) {
        return group;
      }
    }
    return "0";
  }

  private static @Nullable LocalDate day(String days, boolean since1904) {
    if (!days.matches("\\d{1,7}")) {
      return null;
    }
    int count = Integer.parseInt(days);
    if (count > LAST_DAY) {
      return null;
    }
    if (since1904) {
      return DAY_ZERO_1904.plusDays(count);
    }
    if (count == 0 || count == INVENTED_DAY) {
      return null;
    }
    return DAY_ZERO.plusDays(count < INVENTED_DAY ? count + 1 : count);
  }

  private static CellReading time(Cell cell) {
    var text = narrow(cell.text());
    var time = cell.kind() == Cell.Kind.TEXT ? writtenTime(text) : share(text);
    return time == null ? refused(SheetProblem.NOT_A_TIME) : said(time.toString());
  }

  private static @Nullable LocalTime writtenTime(String text) {
    var match = TIME.matcher(text);
    if (!match.matches()) {
      return null;
    }
    int hour = Integer.parseInt(match.group(1));
    int minute = Integer.parseInt(match.group(2));
    return hour > 23 || minute > 59 ? null : LocalTime.of(hour, minute);
  }

  /// A time of Excel is the part of a day.
  private static @Nullable LocalTime share(String number) {
    var share = new BigDecimal(number);
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) >= 0) {
      return null;
    }
    long minutes = Math.round(share.doubleValue() * MINUTES_OF_DAY);
    return minutes >= MINUTES_OF_DAY ? null : LocalTime.ofSecondOfDay(minutes * 60);
  }

  private static CellReading whole(Cell cell) {
    var text = narrow(cell.text());
    return cell.kind() != Cell.Kind.DATE && text.matches("\\d{1,9}")
        ? said(String.valueOf(Integer.parseInt(text)))
        : refused(SheetProblem.NOT_A_NUMBER);
  }

  private static CellReading choice(Cell cell, Map<String, Set<String>> choices) {
    var codes = choices.getOrDefault(Labels.plain(cell.text()), Set.of());
    return switch (codes.size()) {
      case 0 -> refused(SheetProblem.NOT_IN_LIST);
      case 1 -> said(codes.iterator().next());
      default -> refused(SheetProblem.TWO_OF_THAT_NAME);
    };
  }

  private static String narrow(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .strip()
        .replaceAll("\\s*([年月日:])\\s*", "$1");
  }
}
