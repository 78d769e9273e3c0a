package org.heyi.steering.directory.web;

import java.util.List;
import java.util.Optional;
import org.heyi.platform.policy.PackNames;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.MenuEntry;
import org.heyi.platform.shell.SearchSource;
import org.heyi.steering.directory.InstitutionView;
import org.heyi.steering.directory.Institutions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How this room shows itself elsewhere: in the menu, in the search box, and where a parameter
/// points to an institution.
@Configuration(proxyBeanMethods = false)
class DirectoryMenu {

  private static final int ORDER = 400;

  @Bean
  MenuEntry areaMenu() {
    return MenuEntry.of("/area", "directory.menu", ORDER, _ -> true);
  }

  @Bean
  PackNames institutionNames(Institutions institutions) {
    return new PackNames() {
      @Override
      public String unit() {
        return "institution";
      }

      @Override
      public Optional<Name> find(String id) {
        return institutions
            .find(InstitutionId.of(id))
            .map(it -> new Name(it.name(), it.name(), "/institutions/" + it.id()));
      }
    };
  }

  @Bean
  SearchSource institutionSearch(Institutions institutions) {
    return new SearchSource() {
      @Override
      public String label() {
        return "directory.search";
      }

      @Override
      public int order() {
        return ORDER;
      }

      /// The caller's own area first.
      @Override
      public List<Hit> search(String text, Staff by, int most) {
        return institutions.search(text, by.area(), most).stream().map(DirectoryMenu::hit).toList();
      }
    };
  }

  private static SearchSource.Hit hit(InstitutionView it) {
    return new SearchSource.Hit(it.name(), it.tradeName(), "/institutions/" + it.id());
  }
}
