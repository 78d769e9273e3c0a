package org.heyi.flow.referral.content;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.heyi.platform.shared.Code;
import org.springframework.stereotype.Component;

/// The diagnoses one may choose, found by code, name, pinyin, initials or a common other word.
///
/// They come from `referral/diagnoses.psv`, which says what it is and is not.
@Component
public class Diagnoses {

  public static final String SYSTEM = "icd-10";

  private static final int COLUMNS = 6;
  private final Map<Code, Entry> entries = new LinkedHashMap<>();

  private record Entry(Diagnosis diagnosis, String pinyin, String initials, String others) {

    /// 0 is the best; 9 means it does not match.
    private int rank(String text) {
      var code = diagnosis.code().value().toLowerCase(Locale.ROOT);
      if (code.equals(text) || diagnosis.name().equals(text) || initials.equals(text)) {
        return 0;
      }
      if (code.startsWith(text) || diagnosis.name().startsWith(text) || initials.startsWith(text)) {
        return 1;
      }
      if (List.of(others.split(" ")).contains(text) || pinyin.startsWith(text)) {
        return 2;
      }
      var english = diagnosis.englishName().toLowerCase(Locale.ROOT);
      var anywhere =
          diagnosis.name().contains(text)
              || initials.contains(text)
              || pinyin.contains(text)
              || others.contains(text)
              || english.contains(text);
      return anywhere ? 3 : 9;
    }
  }

  Diagnoses() {
    for (var row : DataFile.rows("referral/diagnoses.psv", COLUMNS)) {
      var diagnosis = new Diagnosis(new Code(SYSTEM, row.get(0)), row.get(1), row.get(2));
      var entry = new Entry(diagnosis, row.get(3), row.get(4), row.get(5).toLowerCase(Locale.ROOT));
      if (entries.put(diagnosis.code(), entry) != null) {
        throw new IllegalStateException("diagnosis " + row.get(0) + " stands twice");
      }
    }
  }

  public Optional<Diagnosis> find(Code code) {
    return Optional.ofNullable(entries.get(code)).map(Entry::diagnosis);
  }

  /// The best matches first; nothing for an empty text.
  public List<Diagnosis> search(String text, int most) {
    var wanted = text.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      return List.of();
    }
    record Hit(Entry entry, int rank) {}
    return entries.values().stream()
        .map(entry -> new Hit(entry, entry.rank(wanted)))
        .filter(hit -> hit.rank() < 9)
        .sorted(
            Comparator.comparingInt(Hit::rank)
                .thenComparingInt(hit -> hit.entry().diagnosis().name().length()))
        .limit(most)
        .map(hit -> hit.entry().diagnosis())
        .toList();
  }
}
