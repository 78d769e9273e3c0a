package org.heyi.platform.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.heyi.platform.access.role.Role;
import org.heyi.platform.access.role.Roles;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.sheet.Column;
import org.heyi.platform.sheet.Column.Choice;
import org.heyi.platform.sheet.Finding;
import org.heyi.platform.sheet.RunView;
import org.heyi.platform.sheet.Sheet;
import org.heyi.platform.sheet.SheetImport;
import org.heyi.platform.sheet.SheetRow;
import org.springframework.stereotype.Component;

/// 导入人员和岗位: one row is one post of one account; several rows with one sign-in name are several
/// posts of one person. Posts are given and never ended, names and phones never changed.
@Component
class StaffImport implements SheetImport {

  static final String CODE = "accounts";

  private static final int LONGEST_LOGIN = 40;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_PHONE = 20;
  private static final int LONGEST_DEPARTMENT = 20;

  private final Accounts accounts;
  private final StaffLooking looking;
  private final Roles roles;
  private final Clock clock;

  StaffImport(Accounts accounts, StaffLooking looking, Roles roles, Clock clock) {
    this.accounts = accounts;
    this.looking = looking;
    this.roles = roles;
    this.clock = clock;
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public String label() {
    return "access.sheet";
  }

  @Override
  public int order() {
    return 900;
  }

  @Override
  public boolean allowed(Staff by) {
    return by.may(AccessDuty.MANAGE_ACCOUNTS);
  }

  @Override
  public Sheet sheet(Staff by) {
    var people =
        roles.all().stream()
            .filter(it -> !it.system())
            .map(Role::code)
            .map(it -> Choice.worded(it, "role." + it))
            .toList();
    var places =
        accounts.placesForNew(by).entrySet().stream()
            .map(it -> Choice.named(it.getKey().value(), it.getValue()))
            .toList();
    return new Sheet(
        "access.sheet",
        List.of(
            Column.text("login", LONGEST_LOGIN).mandatory(),
            Column.text("name", LONGEST_NAME).mandatory(),
            Column.text("phone", LONGEST_PHONE).mandatory(),
            Column.choice("role", people).mandatory(),
            Column.choice("institution", places).mandatory(),
            Column.text("department", LONGEST_DEPARTMENT),
            Column.date("from"),
            Column.date("until")));
  }

  @Override
  public List<Key> keys(SheetRow row) {
    var post = PostRow.of(row);
    return post.isWhole() ? List.of(new Key("login", post.key())) : List.of();
  }

  @Override
  public List<Finding> check(List<SheetRow> rows, Staff by) {
    var posts = rows.stream().map(PostRow::of).toList();
    var look = looking.at(posts, by);
    var first = new HashMap<String, PostRow>();
    var findings = new ArrayList<Finding>();
    for (var post : posts) {
      var earlier =
          OpenAccount.isLogin(post.login())
              ? Optional.ofNullable(first.putIfAbsent(post.login(), post))
              : Optional.<PostRow>empty();
      findings.add(found(post, earlier, look, by));
    }
    return findings;
  }

  private Finding found(PostRow post, Optional<PostRow> earlier, StaffLooking.Look look, Staff by) {
    var problems = new ArrayList<>(post.problems());
    problems.addAll(look.problems(post, earlier, by));
    return problems.isEmpty() ? look.would(post) : Finding.wrong(problems);
  }

  @Override
  public Finding apply(SheetRow row, Staff by) {
    var post = PostRow.of(row);
    var look = looking.at(List.of(post), by);
    var found = found(post, Optional.empty(), look, by);
    return switch (found.state()) {
      case WRONG, UNCHANGED, CHANGED -> found;
      case NEW -> {
        var known = look.account(post);
        if (known.isPresent()) {
          accounts.give(known.get().id(), post.post(today()), by);
          yield Finding.fresh();
        }
        yield Finding.made(accounts.enrol(post.account(today()), post.until(), by));
      }
    };
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }

  @Override
  public Optional<Next> next(RunView run) {
    return Optional.of(new Next("/accounts/imported/" + run.id(), "access.to-first-passwords"));
  }
}
