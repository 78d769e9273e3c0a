package org.heyi.platform.work.web;

import java.util.List;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.HomeCard;
import org.heyi.platform.shell.Words;
import org.heyi.platform.work.Work;
import org.heyi.platform.work.WorkDuty;
import org.springframework.stereotype.Component;

/// The home page's card of what needs a supervisor.
@Component
class SupervisionCard implements HomeCard {

  private final Work work;

  SupervisionCard(Work work) {
    this.work = work;
  }

  @Override
  public int order() {
    return 110;
  }

  @Override
  public boolean shownTo(Staff staff) {
    return staff.may(WorkDuty.SUPERVISE);
  }

  @Override
  public Content content(Staff staff, Words words) {
    var counts = work.supervised(staff);
    var unowned = counts.unowned() + counts.forgotten();
    return new Content(
        words.of("work.supervision"),
        List.of(
            new Line(words.of("work.overdue"), counts.overdue(), counts.overdue(), "/work/overdue"),
            new Line(words.of("work.unowned"), unowned, 0, "/work/unowned")),
        "");
  }
}
