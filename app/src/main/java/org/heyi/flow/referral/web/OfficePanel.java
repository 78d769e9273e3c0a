package org.heyi.flow.referral.web;

import java.util.List;
import java.util.Optional;
import org.heyi.flow.referral.office.Office;
import org.heyi.flow.referral.office.Offices;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.InstitutionPanel;
import org.springframework.stereotype.Component;

/// Whom one calls about a referral, on the institution's page.
@Component
class OfficePanel implements InstitutionPanel {

  private static final int AFTER_THE_COMMUNITY = 50;

  private final Offices offices;

  OfficePanel(Offices offices) {
    this.offices = offices;
  }

  @Override
  public int order() {
    return AFTER_THE_COMMUNITY;
  }

  @Override
  public Optional<Content> of(InstitutionId institution, Words words) {
    return offices
        .of(institution)
        .map(it -> new Content(words.of("office.title"), List.of(line(it, words))));
  }

  private static Line line(Office it, Words words) {
    var people = String.join(words.of("office.and"), it.names());
    return new Line(
        it.name(),
        String.join(" · ", List.of(it.phone(), it.hours(), people)),
        "/referral-offices/" + it.institution(),
        "");
  }
}
