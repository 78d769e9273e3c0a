package org.heyi.steering.directory.web;

import java.util.Optional;
import org.heyi.platform.policy.PackNames;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shell.MenuEntry;
import org.heyi.steering.directory.DirectoryDuty;
import org.heyi.steering.directory.Institutions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How this room shows itself elsewhere: in the menu, and where a parameter points to an
/// institution.
@Configuration(proxyBeanMethods = false)
class DirectoryMenu {

  static final int ORDER = 400;

  @Bean
  MenuEntry areaMenu() {
    return MenuEntry.of("/area", "directory.menu", ORDER, _ -> true);
  }

  @Bean
  MenuEntry jurisdictionMenu() {
    return MenuEntry.of(
        "/jurisdictions",
        "directory.jurisdictions",
        ORDER + 5,
        staff -> staff.may(DirectoryDuty.OVERSEE));
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
}
