package org.heyi.platform.work.web;

import java.util.List;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.HomeCard;
import org.heyi.platform.shell.Words;
import org.heyi.platform.work.Work;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// The home page's card of what waits for the reader.
@Component
class WorkCard implements HomeCard {

  private final Work work;

  WorkCard(Work work) {
    this.work = work;
  }

  @Override
  public int order() {
    return 100;
  }

  @Override
  public boolean shownTo(Staff staff) {
    return true;
  }

  @Override
  public Content content(Staff staff, Words words) {
    List<Line> lines =
        work.counts(staff).stream()
            .map(it ->
                new Line(
                    words.orElse(it.kind(), it.kind()), it.count(), it.late(), path(it.kind())))
            .toList();
    return new Content(words.of("work.inbox"), lines, words.of("work.card-empty"));
  }

  private static String path(String kind) {
    return UriComponentsBuilder.fromPath("/work")
        .queryParam("kind", "{kind}")
        .encode()
        .buildAndExpand(kind)
        .toUriString();
  }
}
