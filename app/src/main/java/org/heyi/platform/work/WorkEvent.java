package org.heyi.platform.work;

import java.time.Instant;
import org.heyi.platform.shared.Subject;
import org.jmolecules.event.types.DomainEvent;

/// 待办事件: what this room tells the others, after the commit.
public sealed interface WorkEvent extends DomainEvent {

  WorkItemId item();

  Subject subject();

  /// What is to be done, a word key.
  String kind();

  String title();

  String path();

  WorkOwner owner();

  int urgency();

  Instant due();

  Instant at();

  /// A new item.
  record Opened(
      WorkItemId item,
      Subject subject,
      String kind,
      String title,
      String path,
      WorkOwner owner,
      int urgency,
      Instant due,
      Instant at)
      implements WorkEvent {}

  /// The item has another kind or owner now.
  record Passed(
      WorkItemId item,
      Subject subject,
      String kind,
      String title,
      String path,
      WorkOwner owner,
      int urgency,
      Instant due,
      Instant at)
      implements WorkEvent {}

  /// The item is due soon.
  record Reminded(
      WorkItemId item,
      Subject subject,
      String kind,
      String title,
      String path,
      WorkOwner owner,
      int urgency,
      Instant due,
      Instant at)
      implements WorkEvent {}

  /// The item is overdue: the owner's head has to know.
  record Escalated(
      WorkItemId item,
      Subject subject,
      String kind,
      String title,
      String path,
      WorkOwner owner,
      int urgency,
      Instant due,
      Instant at)
      implements WorkEvent {}
}
