package org.heyi.steering.directory.siting.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.HomeCard;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.siting.SitingPlan;
import org.heyi.steering.directory.siting.Sitings;
import org.springframework.stereotype.Component;

/// The home page's card for who keeps the siting plan: who is not covered, and which sites should
/// have opened.
@Component
class SitingCard implements HomeCard {

  private static final int ORDER = 310;

  private final Sitings sitings;
  private final Clock clock;

  SitingCard(Sitings sitings, Clock clock) {
    this.sitings = sitings;
    this.clock = clock;
  }

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public boolean shownTo(Staff staff) {
    return sitings.mayWrite(staff.area(), staff);
  }

  @Override
  public Content content(Staff staff, Words words) {
    var path = "/area/" + staff.area() + "/siting";
    return new Content(
        words.of("siting.menu"),
        sitings.inForce(staff.area(), staff).map(it -> lines(it, path, words)).orElse(List.of()),
        words.of("siting.none"));
  }

  private List<Line> lines(SitingPlan plan, String path, Words words) {
    var today = LocalDate.ofInstant(clock.instant(), Moments.CHINA);
    return List.of(
        new Line(words.of("siting.uncovered-settlements"), plan.total().uncovered(), 0, path),
        new Line(words.of("siting.overdue-sites"), plan.overdue(today).size(), 0, path));
  }
}
