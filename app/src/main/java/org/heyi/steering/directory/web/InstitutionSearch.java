package org.heyi.steering.directory.web;

import java.util.List;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.SearchSource;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.InstitutionView;
import org.heyi.steering.directory.Institutions;
import org.springframework.stereotype.Component;

/// Finds institutions by one of their names or its spelling, those of the caller's area first.
@Component
class InstitutionSearch implements SearchSource {

  private final Institutions institutions;

  InstitutionSearch(Institutions institutions) {
    this.institutions = institutions;
  }

  @Override
  public String label() {
    return "directory.search";
  }

  @Override
  public int order() {
    return DirectoryMenu.ORDER;
  }

  @Override
  public List<Hit> search(String text, Staff by, Words words, int most) {
    return institutions.search(text, by.area(), most).stream().map(it -> hit(it, words)).toList();
  }

  private static Hit hit(InstitutionView it, Words words) {
    var kind = words.of("directory.kind." + it.kind());
    return new Hit(
        it.name(),
        it.tradeName().isEmpty() ? kind : kind + " · " + it.tradeName(),
        "/institutions/" + it.id());
  }
}
