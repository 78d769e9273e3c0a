package org.heyi.platform.sheet.read;

import java.util.List;

/// 原始表: the lines of a file that are not blank, the first of which is the heading.
///
/// @param since1904 the file counts days as old Macintoshes did
public record Table(boolean since1904, List<Line> lines) {

  public Table {
    lines = List.copyOf(lines);
  }

  /// @param number as the reader's program counts it, from 1
  public record Line(int number, List<Cell> cells) {

    public Line {
      cells = List.copyOf(cells);
    }

    public Cell cell(int column) {
      return column < cells.size() ? cells.get(column) : Cell.NOTHING;
    }

    boolean isBlank() {
      return cells.stream().allMatch(Cell::isBlank);
    }
  }

  public Line heading() {
    return lines.getFirst();
  }

  public List<Line> rows() {
    return lines.subList(1, lines.size());
  }
}
