package org.heyi.steering.directory.web;

import java.util.List;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.SearchSource;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.jurisdiction.Jurisdictions;
import org.springframework.stereotype.Component;

/// Finds jurisdictions within the caller's reach by their names.
@Component
class JurisdictionSearch implements SearchSource {

  private final Jurisdictions jurisdictions;

  JurisdictionSearch(Jurisdictions jurisdictions) {
    this.jurisdictions = jurisdictions;
  }

  @Override
  public String label() {
    return "directory.jurisdictions";
  }

  @Override
  public int order() {
    return DirectoryMenu.ORDER + 5;
  }

  @Override
  public List<Hit> search(String text, Staff by, Words words, int most) {
    return jurisdictions.search(text, by, most).stream()
        .map(it ->
            new Hit(
                JurisdictionPages.name(it, words),
                words.of("directory.place." + it.level()),
                JurisdictionPages.path(it)))
        .toList();
  }
}
