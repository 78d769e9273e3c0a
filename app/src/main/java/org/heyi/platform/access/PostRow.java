package org.heyi.platform.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Period;
import org.heyi.platform.sheet.CellProblem;
import org.heyi.platform.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/// 人员导入的一行: a post of somebody, as a row says it.
///
/// @param from null: from the day of the import on
record PostRow(
    SheetRow row,
    String login,
    String name,
    String phone,
    String role,
    String institution,
    String department,
    @Nullable LocalDate from,
    @Nullable LocalDate until) {

  static PostRow of(SheetRow row) {
    return new PostRow(
        row,
        row.text("login"),
        row.text("name"),
        row.text("phone"),
        row.text("role"),
        row.text("institution"),
        row.text("department"),
        row.date("from"),
        row.date("until"));
  }

  boolean isWhole() {
    return !login.isEmpty() && !role.isEmpty() && !institution.isEmpty();
  }

  boolean says(String column) {
    return row.has(column);
  }

  /// Two rows with the same say the same post.
  String key() {
    return String.join(" ", login, role, institution, department);
  }

  /// What the form of a new account would say.
  List<CellProblem> problems() {
    var problems = new ArrayList<CellProblem>();
    check(problems, "login", OpenAccount.isLogin(login), "access.wrong-login");
    check(problems, "name", OpenAccount.isName(name), "access.wrong-name");
    check(problems, "phone", OpenAccount.isPhone(phone), "access.wrong-phone");
    check(problems, "department", OpenAccount.isDepartment(department), "access.wrong-department");
    check(problems, "until", endsAfterItBegins(), "access.wrong-until");
    return problems;
  }

  private static void check(
      List<CellProblem> problems, String column, boolean right, String otherwise) {
    if (!right) {
      problems.add(new CellProblem(column, otherwise, List.of()));
    }
  }

  private boolean endsAfterItBegins() {
    return until == null || from == null || until.isAfter(from);
  }

  /// The same digits, however they are grouped.
  boolean hasPhone(String other) {
    return digits(phone).equals(digits(other));
  }

  private static String digits(String phone) {
    return phone.replaceAll("[ -]", "");
  }

  boolean isPost(PostView post) {
    return post.role().equals(role)
        && post.institution().value().equals(institution)
        && Objects.requireNonNullElse(post.department(), "").equals(department);
  }

  OpenAccount account(LocalDate today) {
    return new OpenAccount(
        login,
        name,
        phone,
        role,
        InstitutionId.of(institution),
        department.isEmpty() ? null : department,
        from == null ? today : from);
  }

  GivePost post(LocalDate today) {
    return new GivePost(
        role,
        InstitutionId.of(institution),
        department.isEmpty() ? null : department,
        new Period(from == null ? today : from, until));
  }
}
