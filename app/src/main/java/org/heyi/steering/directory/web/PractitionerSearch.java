package org.heyi.steering.directory.web;

import java.util.List;
import java.util.stream.Collectors;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.SearchSource;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.Institutions;
import org.heyi.steering.directory.PractitionerView;
import org.springframework.stereotype.Component;

/// Finds the practitioners of the caller's area by name or its spelling, those of the caller's
/// institution first.
@Component
class PractitionerSearch implements SearchSource {

  private final Institutions institutions;

  PractitionerSearch(Institutions institutions) {
    this.institutions = institutions;
  }

  @Override
  public String label() {
    return "directory.search-practitioners";
  }

  @Override
  public int order() {
    return DirectoryMenu.ORDER + 1;
  }

  @Override
  public List<Hit> search(String text, Staff by, Words words, int most) {
    var found = institutions.practitionersNamed(text, by, most);
    var places =
        institutions.names(
            found.stream().map(PractitionerView::institution).collect(Collectors.toSet()));
    return found.stream()
        .map(it ->
            new Hit(
                it.name(),
                words.of("directory.title." + it.title().code())
                    + " · "
                    + places.get(it.institution()),
                "/institutions/" + it.institution()))
        .toList();
  }
}
