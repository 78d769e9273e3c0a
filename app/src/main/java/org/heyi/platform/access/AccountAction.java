package org.heyi.platform.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.heyi.platform.shared.Staff;

/// 账号操作: what an administrator may do with an account.
///
/// System and security administration stay apart (GB/T 22239-2019 8.1.5): who opens accounts gives
/// no new passwords, and nobody administers themselves. What touches the whole account is for who
/// holds all of it; a post may be given by who holds a part, and ended where it lies within reach.
public enum AccountAction {
  GIVE_POST(AccessDuty.MANAGE_ACCOUNTS, AccountState.OPEN, AccountState.LOCKED),
  END_POST(AccessDuty.MANAGE_ACCOUNTS, AccountState.OPEN, AccountState.LOCKED),
  /// Gives what is open in its name to others, and leaves the account as it is.
  HAND_OVER(AccessDuty.MANAGE_ACCOUNTS, AccountState.OPEN, AccountState.LOCKED),
  CLOSE(AccessDuty.MANAGE_ACCOUNTS, AccountState.OPEN, AccountState.LOCKED),
  LOCK(AccessDuty.MANAGE_SECURITY, AccountState.OPEN),
  UNLOCK(AccessDuty.MANAGE_SECURITY, AccountState.LOCKED),
  RESET_PASSWORD(AccessDuty.MANAGE_SECURITY, AccountState.OPEN),
  /// Whoever has lost phone and recovery codes begins anew.
  RESET_SECOND_FACTOR(AccessDuty.MANAGE_SECURITY, AccountState.OPEN, AccountState.LOCKED);

  private final AccessDuty duty;
  private final boolean whileOpen;
  private final boolean whileLocked;

  AccountAction(AccessDuty duty, AccountState... states) {
    this.duty = duty;
    this.whileOpen = List.of(states).contains(AccountState.OPEN);
    this.whileLocked = List.of(states).contains(AccountState.LOCKED);
  }

  private boolean possible(AccountView account) {
    if (this == RESET_SECOND_FACTOR && !account.secondFactor()) {
      return false;
    }
    return switch (account.state()) {
      case OPEN -> whileOpen;
      case LOCKED -> whileLocked;
      case CLOSED -> false;
    };
  }

  private boolean reaches(AccountHold hold) {
    return switch (this) {
      case GIVE_POST, END_POST -> hold != AccountHold.NONE;
      case HAND_OVER, CLOSE, LOCK, UNLOCK, RESET_PASSWORD, RESET_SECOND_FACTOR ->
          hold == AccountHold.WHOLE;
    };
  }

  /// What may be done now.
  static Set<AccountAction> of(AccountView account, Staff by) {
    var actions = EnumSet.noneOf(AccountAction.class);
    if (!account.id().equals(by.account())) {
      for (var action : values()) {
        if (by.may(action.duty) && action.reaches(account.hold()) && action.possible(account)) {
          actions.add(action);
        }
      }
    }
    return actions;
  }

  /// @throws org.heyi.platform.shared.ProblemException why not
  void check(AccountView account, Staff by) {
    if (!by.may(duty)) {
      throw AccessProblem.NOT_YOUR_DUTY.with();
    }
    if (account.id().equals(by.account())) {
      throw AccessProblem.NOT_ON_YOURSELF.with();
    }
    if (!reaches(account.hold())) {
      throw AccessProblem.OUTSIDE_YOUR_REACH.with();
    }
    if (!possible(account)) {
      throw (account.state() == AccountState.CLOSED
              ? AccessProblem.IS_CLOSED
              : AccessProblem.CHANGED_MEANWHILE)
          .with();
    }
  }
}
