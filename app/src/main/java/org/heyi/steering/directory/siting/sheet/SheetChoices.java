package org.heyi.steering.directory.siting.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.sheet.CellProblem;
import org.heyi.platform.sheet.Column.Choice;
import org.heyi.platform.sheet.SheetImport;
import org.heyi.platform.sheet.SheetRow;
import org.heyi.steering.directory.InstitutionKind;
import org.heyi.steering.directory.InstitutionKind.Group;
import org.heyi.steering.directory.Institutions;
import org.heyi.steering.directory.siting.SitingFault;
import org.springframework.stereotype.Component;

/// What both sheets of a siting plan have in common: which institutions may be chosen, and how what
/// the rules refuse is said at its cell.
@Component
class SheetChoices {

  private final Institutions institutions;

  SheetChoices(Institutions institutions) {
    this.institutions = institutions;
  }

  List<Choice> centres(Staff by) {
    return of(by, Group.PRIMARY);
  }

  List<Choice> clinics(Staff by) {
    return of(by, Group.STATION);
  }

  private List<Choice> of(Staff by, Group group) {
    var kinds = InstitutionKind.codes(group);
    return institutions.all(by.area()).stream()
        .filter(it -> kinds.contains(it.kind()))
        .map(it -> Choice.named(it.id().value(), it.name()))
        .toList();
  }

  static <T> Optional<T> find(T[] all, Function<T, String> code, String wanted) {
    return Arrays.stream(all).filter(it -> code.apply(it).equals(wanted)).findFirst();
  }

  static Optional<SheetImport.Key> key(String column, SheetRow row) {
    return row.has(column)
        ? Optional.of(new SheetImport.Key(column, column + " " + row.text(column)))
        : Optional.empty();
  }

  static List<CellProblem> problems(List<SitingFault> faults) {
    return faults.stream()
        .map(it -> CellProblem.of(it.field(), it.problem(), it.args().toArray()))
        .toList();
  }
}
