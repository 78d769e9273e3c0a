package org.heyi.platform.sheet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// 导入记录: one import as shown.
///
/// @param checked what the rows would do
/// @param done what they did
/// @param progress rows written so far while it works
/// @param mode null until somebody pressed
/// @param problem why it was refused or stopped
/// @param wrong the first wrong rows
/// @param changing the first rows that change what is there
/// @param kept its file is still there
public record RunView(
    RunId id,
    String kind,
    String file,
    RunState state,
    @Nullable ImportMode mode,
    String by,
    Instant at,
    @Nullable Instant doneAt,
    Counts checked,
    Counts done,
    int progress,
    Optional<CellProblem> problem,
    List<Row> wrong,
    List<Row> changing,
    boolean kept) {

  /// How many rows of each kind.
  public record Counts(int fresh, int changed, int unchanged, int wrong) {

    public int total() {
      return fresh + changed + unchanged + wrong;
    }

    public int writing() {
      return fresh + changed;
    }
  }

  /// One row and what there is to say about it.
  public record Row(int number, List<String> fields, List<CellProblem> problems) {

    public Row {
      fields = List.copyOf(fields);
      problems = List.copyOf(problems);
    }
  }

  public RunView {
    wrong = List.copyOf(wrong);
    changing = List.copyOf(changing);
  }

  /// Whether somebody may press "import".
  public boolean canBegin() {
    return kept
        && (state == RunState.CHECKED || state == RunState.STOPPED)
        && checked.writing() > 0;
  }
}
