package org.heyi.platform.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.heyi.platform.access.role.Role;
import org.heyi.platform.access.role.Roles;
import org.heyi.platform.shared.AccountId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.PostId;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Staff;
import org.springframework.stereotype.Component;

/// The rules of posts: which role, where, and what excludes what.
@Component
class Posts {

  private final PostStore store;
  private final ReachStore places;
  private final Reach reach;
  private final Roles roles;
  private final Names names;
  private final Clock clock;

  Posts(PostStore store, ReachStore places, Reach reach, Roles roles, Names names, Clock clock) {
    this.store = store;
    this.places = places;
    this.reach = reach;
    this.roles = roles;
    this.names = names;
    this.clock = clock;
  }

  Role role(String code) {
    return roles.find(code).orElseThrow(() -> AccessProblem.UNKNOWN_ROLE.with(code));
  }

  PostId give(AccountId account, String lane, GivePost post, Staff by) {
    mayGive(lane, post.role(), post.institution(), by);
    return add(account, lane, post);
  }

  /// @throws org.heyi.platform.shared.ProblemException why such a post is not to be given there
  void mayGive(String lane, String role, InstitutionId where, Staff by) {
    if (!reach.covers(by, AccessDuty.MANAGE_ACCOUNTS, where)) {
      throw AccessProblem.OUTSIDE_YOUR_REACH.with();
    }
    fits(lane, role);
  }

  private void fits(String lane, String role) {
    if (!role(role).lane().equals(lane)) {
      throw AccessProblem.ROLES_EXCLUDE_EACH_OTHER.with();
    }
  }

  /// For accounts that come before any administrator.
  PostId add(AccountId account, String lane, GivePost post) {
    fits(lane, post.role());
    var area =
        places
            .area(post.institution(), today())
            .orElseThrow(() -> AccessProblem.UNKNOWN_INSTITUTION.with(post.institution()));
    var id = PostId.next();
    if (!store.add(id, account, lane, post, area)) {
      throw (lane.equals(Role.SYSTEM)
              ? AccessProblem.SYSTEM_HAS_ONE_POST
              : AccessProblem.POST_ALREADY_HELD)
          .with();
    }
    return id;
  }

  /// One post of an account, where the administrator could have given it.
  PostView ofAccount(AccountId account, PostId id, Staff by) {
    var post =
        of(List.of(account)).getOrDefault(account, List.of()).stream()
            .filter(it -> it.id().equals(id))
            .findFirst()
            .orElseThrow(AccessProblem.POST_NOT_FOUND::with);
    if (!reach.covers(by, AccessDuty.MANAGE_ACCOUNTS, post.institution())) {
      throw AccessProblem.OUTSIDE_YOUR_REACH.with();
    }
    return post;
  }

  /// Posts with the names of their institutions, those in force first.
  Map<AccountId, List<PostView>> of(Collection<AccountId> accounts) {
    var found = store.of(accounts, today());
    var called =
        names.of(
            found.values().stream()
                .flatMap(List::stream)
                .map(PostView::institution)
                .collect(Collectors.toSet()));
    return found.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                it ->
                    it.getValue().stream()
                        .map(post ->
                            post.at(
                                called.getOrDefault(
                                    post.institution(), post.institution().value())))
                        .toList()));
  }

  Map<InstitutionId, String> institutions(Staff by, Scope scope) {
    return names.of(store.institutions(by, scope));
  }

  /// Roles that an account of this lane may hold.
  List<String> rolesIn(String lane) {
    return roles.all().stream().filter(it -> it.lane().equals(lane)).map(Role::code).toList();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), Moments.CHINA);
  }
}
