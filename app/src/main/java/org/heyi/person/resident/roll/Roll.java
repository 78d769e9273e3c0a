package org.heyi.person.resident.roll;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heyi.person.resident.ResidentProblem;
import org.heyi.person.resident.Residents;
import org.heyi.person.resident.identity.Identifier;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.AuditEntry;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shared.Subject;
import org.heyi.platform.sheet.CellProblem;
import org.heyi.platform.sheet.SheetRow;
import org.heyi.platform.sheet.read.SheetProblem;
import org.springframework.stereotype.Component;

/// 名册核对: finds whom rows mean: by the number of a paper, else by another number, else, where no
/// paper is known, by name, birth date and phone.
@Component
class Roll {

  private final RollStore store;
  private final Residents residents;
  private final Audit audit;
  private final Clock clock;

  Roll(RollStore store, Residents residents, Audit audit, Clock clock) {
    this.store = store;
    this.residents = residents;
    this.audit = audit;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }

  RollRow read(SheetRow row, Staff by) {
    return RollRow.of(row, by.institution(), today());
  }

  /// Looks all rows up in few questions. What is compared with a row has been seen: it is audited.
  Look look(List<RollRow> rows, Staff by) {
    var holders = store.holders(flat(rows.stream().flatMap(it -> it.numbers().values().stream())));
    var alike = store.alike(flat(rows.stream().flatMap(it -> it.likeness().stream())));
    var ids = new LinkedHashSet<>(holders.values());
    alike.values().forEach(ids::addAll);
    if (!ids.isEmpty()) {
      audit.record(
          by, AuditEntry.of("resident.compared", Subject.of("resident", "import")).about(ids));
    }
    return new Look(holders, alike, store.people(ids), residents.changeable(ids, by));
  }

  private static <T> Set<T> flat(Stream<T> all) {
    return all.collect(Collectors.toSet());
  }

  /// What is there of some rows' people.
  ///
  /// @param changeable those that the caller may change already
  record Look(
      Map<Identifier, ResidentId> holders,
      Map<RollRow.Likeness, Set<ResidentId>> alike,
      Map<ResidentId, OnFile> people,
      Set<ResidentId> changeable) {

    /// Whom the row means, if they are there and called so.
    Optional<OnFile> known(RollRow row) {
      return byNumber(row)
          .or(() -> byLikeness(row))
          .filter(it -> it.isCalled(row.row().text("name")));
    }

    private Optional<OnFile> byNumber(RollRow row) {
      var paper = row.paper().map(holders::get).map(people::get);
      return paper.isPresent() || row.saysPaper()
          ? paper
          : row.numbers().values().stream()
              .flatMap(it -> Optional.ofNullable(holders.get(it)).stream())
              .map(people::get)
              .findFirst();
    }

    private Optional<OnFile> byLikeness(RollRow row) {
      var found = row.likeness().map(it -> alike.getOrDefault(it, Set.of())).orElse(Set.of());
      return found.size() == 1
          ? found.stream()
              .filter(changeable::contains)
              .map(people::get)
              .filter(OnFile::paperless)
              .findFirst()
          : Optional.empty();
    }

    /// Numbers that are somebody else's, and people too much alike.
    List<CellProblem> problems(RollRow row) {
      var problems = new ArrayList<CellProblem>();
      var own = known(row).map(OnFile::id);
      row.numbers()
          .forEach((column, number) -> {
            var holder = Optional.ofNullable(holders.get(number));
            if (holder.isPresent() && !holder.equals(own)) {
              problems.add(CellProblem.of(column, ResidentProblem.NUMBER_TAKEN));
            }
          });
      if (own.isEmpty() && row.has("no-number-reason")) {
        unsure(row).ifPresent(problems::add);
      }
      return problems;
    }

    /// Somebody without any number is found again by their phone only.
    private Optional<CellProblem> unsure(RollRow row) {
      if (row.likeness().map(alike::get).filter(it -> !it.isEmpty()).isPresent()) {
        return Optional.of(CellProblem.of("name", ResidentProblem.SIMILAR));
      }
      return row.saysNoNumber() && !row.has("phone")
          ? Optional.of(CellProblem.of("phone", ResidentProblem.PHONE_NEEDED))
          : Optional.empty();
    }
  }

  /// What a newcomer's row must say before the form's rules are asked.
  static List<CellProblem> missing(RollRow row) {
    return row.has("residence")
        ? List.of()
        : List.of(CellProblem.of("residence", SheetProblem.REQUIRED));
  }
}
