package org.heyi.steering.community.web;

import java.util.List;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.HomeCard;
import org.heyi.platform.shell.Words;
import org.heyi.steering.community.finding.Finding;
import org.heyi.steering.community.finding.Findings;
import org.heyi.steering.community.finding.Outcome;
import org.springframework.stereotype.Component;

/// The home page's card of structure warnings, for who may let them be.
@Component
class FindingCard implements HomeCard {

  private final Findings findings;

  FindingCard(Findings findings) {
    this.findings = findings;
  }

  @Override
  public int order() {
    return 300;
  }

  @Override
  public boolean shownTo(Staff staff) {
    return findings.mayExempt(staff.area(), staff);
  }

  @Override
  public Content content(Staff staff, Words words) {
    var all = findings.of(staff.area());
    var open = all.stream().filter(Finding::isWarning).count();
    var unknown = all.stream().filter(it -> it.outcome() == Outcome.NOT_RECORDED).count();
    var path = "/area/" + staff.area() + "/tree";
    return new Content(
        words.of("community.structure-checks"),
        List.of(
            new Line(words.of("community.open-warnings"), open, 0, path),
            new Line(words.of("community.not-recorded-checks"), unknown, 0, path)),
        "");
  }
}
