package org.heyi.platform.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.sheet.CellProblem;
import org.heyi.platform.sheet.Finding;
import org.springframework.stereotype.Component;

/// 人员核对: compares rows of an import with the accounts and posts that are there, and says what
/// opening an account or giving a post would refuse.
@Component
class StaffLooking {

  private final AccountStore store;
  private final Posts posts;
  private final Clock clock;

  StaffLooking(AccountStore store, Posts posts, Clock clock) {
    this.store = store;
    this.posts = posts;
    this.clock = clock;
  }

  /// What is there of all these rows, in few questions.
  Look at(List<PostRow> rows, Staff by) {
    var logins = rows.stream().map(PostRow::login).distinct().toList();
    var scope = by.scope(AccessDuty.MANAGE_ACCOUNTS).orElseThrow(AccessProblem.NOT_YOUR_DUTY::with);
    return look(logins, scope, by);
  }

  private Look look(Collection<String> logins, Scope scope, Staff by) {
    var today = LocalDate.ofInstant(clock.instant(), Moments.CHINA);
    var phones = store.phones(logins);
    if (phones.isEmpty()) {
      return new Look(today, phones, Map.of(), Map.of());
    }
    var seen =
        store.called(phones.keySet(), by, scope, today).stream()
            .collect(Collectors.toMap(AccountView::login, Function.identity()));
    var ids = seen.values().stream().map(AccountView::id).toList();
    return new Look(today, phones, seen, posts.of(ids));
  }

  /// The accounts of some rows.
  final class Look {

    private final LocalDate today;
    private final Map<String, String> phones;
    private final Map<String, AccountView> seen;
    private final Map<AccountId, List<PostView>> held;
    private final Map<String, Optional<ProblemException>> possible = new HashMap<>();

    private Look(
        LocalDate today,
        Map<String, String> phones,
        Map<String, AccountView> seen,
        Map<AccountId, List<PostView>> held) {
      this.today = today;
      this.phones = phones;
      this.seen = seen;
      this.held = held;
    }

    Optional<AccountView> account(PostRow row) {
      return Optional.ofNullable(seen.get(row.login()));
    }

    /// Of a row without a problem.
    Finding would(PostRow row) {
      return same(row).isPresent() ? Finding.unchanged() : Finding.fresh();
    }

    /// @param earlier the row that would open the account, when it is another
    List<CellProblem> problems(PostRow row, Optional<PostRow> earlier, Staff by) {
      var problems = new ArrayList<CellProblem>();
      if (phones.containsKey(row.login())) {
        known(row, problems, by);
      } else {
        earlier.ifPresent(it -> sameness(row, it, problems));
        if (row.isWhole()) {
          var lane =
              posts
                  .role(earlier.map(PostRow::role).filter(it -> !it.isEmpty()).orElse(row.role()))
                  .lane();
          refused(row, lane, by).ifPresent(it -> problems.add(at("role", it)));
        }
      }
      return problems;
    }

    private void known(PostRow row, List<CellProblem> problems, Staff by) {
      var account = seen.get(row.login());
      if (account == null) {
        problems.add(CellProblem.of("login", AccessProblem.LOGIN_TAKEN, row.login()));
        return;
      }
      if (!account.name().equals(row.name())) {
        problems.add(CellProblem.of("name", AccessProblem.NAME_DIFFERS, account.login()));
      }
      if (!row.hasPhone(phones.getOrDefault(row.login(), ""))) {
        problems.add(CellProblem.of("phone", AccessProblem.PHONE_DIFFERS, account.login()));
      }
      var same = same(row);
      if (same.isPresent()) {
        dates(row, same.get(), problems);
      } else {
        newPost(row, account, problems, by);
      }
    }

    private void newPost(PostRow row, AccountView account, List<CellProblem> problems, Staff by) {
      try {
        AccountAction.GIVE_POST.check(account, by);
      } catch (ProblemException refused) {
        problems.add(CellProblem.of("login", refused));
        return;
      }
      if (row.isWhole()) {
        refused(row, account.lane(), by).ifPresent(it -> problems.add(at("role", it)));
      }
    }

    private static CellProblem at(String column, ProblemException refused) {
      var where =
          refused.problem() == AccessProblem.ROLES_EXCLUDE_EACH_OTHER ? column : "institution";
      return CellProblem.of(where, refused);
    }

    private Optional<ProblemException> refused(PostRow row, String lane, Staff by) {
      return possible.computeIfAbsent(
          String.join(" ", lane, row.role(), row.institution()),
          _ -> {
            try {
              posts.mayGive(lane, row.role(), InstitutionId.of(row.institution()), by);
              return Optional.empty();
            } catch (ProblemException refused) {
              return Optional.of(refused);
            }
          });
    }

    private static void sameness(PostRow row, PostRow first, List<CellProblem> problems) {
      int number = first.row().number();
      if (first.says("name") && !row.name().equals(first.name())) {
        problems.add(CellProblem.of("name", AccessProblem.DIFFERS_FROM_ROW, number));
      }
      if (first.says("phone") && !row.hasPhone(first.phone())) {
        problems.add(CellProblem.of("phone", AccessProblem.DIFFERS_FROM_ROW, number));
      }
    }

    /// The post that the row means: one that began on its day, else one that is not over, else one
    /// that is, when the row says no day.
    private Optional<PostView> same(PostRow row) {
      return account(row).stream()
          .flatMap(it -> held.getOrDefault(it.id(), List.of()).stream())
          .filter(row::isPost)
          .filter(it -> it.from().equals(row.from()) || !isOver(it) || row.from() == null)
          .min(
              Comparator.comparing((PostView it) -> !it.from().equals(row.from()))
                  .thenComparing(this::isOver)
                  .thenComparing(PostView::from, Comparator.reverseOrder()));
    }

    private boolean isOver(PostView post) {
      var until = post.until();
      return until != null && !until.isAfter(today);
    }

    private void dates(PostRow row, PostView post, List<CellProblem> problems) {
      if (row.row().unreadable().contains("from")) {
        return;
      }
      if (row.from() == null && isOver(post)) {
        problems.add(
            CellProblem.of("from", AccessProblem.POST_WAS_ENDED, String.valueOf(post.until())));
      } else if (row.from() != null && !row.from().equals(post.from())) {
        problems.add(CellProblem.of("from", AccessProblem.POST_SINCE, post.from()));
      }
      if (row.until() != null && !row.until().equals(post.until())) {
        problems.add(CellProblem.of("until", AccessProblem.POST_NOT_ENDED_HERE));
      }
    }
  }
}
