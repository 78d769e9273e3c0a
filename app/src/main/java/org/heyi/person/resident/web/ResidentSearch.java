package org.heyi.person.resident.web;

import java.util.List;
import org.heyi.person.resident.ResidentDuty;
import org.heyi.person.resident.ResidentHit;
import org.heyi.person.resident.Residents;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.SearchSource;
import org.heyi.platform.shell.Words;
import org.springframework.stereotype.Component;

/// Finds residents of the caller's catchment; a full number of others is asked for on the
/// residents' own page.
@Component
class ResidentSearch implements SearchSource {

  private final Residents residents;

  ResidentSearch(Residents residents) {
    this.residents = residents;
  }

  @Override
  public String label() {
    return "resident.menu";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public List<Hit> search(String text, Staff by, Words words, int most) {
    if (!by.may(ResidentDuty.VIEW)) {
      return List.of();
    }
    return residents.find(text, by).own().stream().limit(most).map(ResidentSearch::hit).toList();
  }

  private static Hit hit(ResidentHit it) {
    return new Hit(it.name(), it.birthDate() + " " + it.number(), "/residents/" + it.id());
  }
}
