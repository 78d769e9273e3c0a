package org.heyi.steering.directory.siting.web;

import java.util.List;
import org.heyi.steering.directory.siting.SitingDifference;

/// Two versions beside each other.
public record DifferencePage(SitingPage before, SitingPage after, SitingDifference found) {

  /// The versions with which the later one can be compared.
  public List<Integer> numbers() {
    return after.versions().stream()
        .map(it -> it.number())
        .filter(it -> it != after.plan().version().number())
        .toList();
  }
}
