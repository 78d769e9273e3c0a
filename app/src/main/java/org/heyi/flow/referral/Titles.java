package org.heyi.flow.referral;

import org.heyi.flow.referral.content.Destination;
import org.heyi.steering.directory.DepartmentView;
import org.heyi.steering.directory.Institutions;
import org.springframework.stereotype.Component;

/// The short text by which a work item is known: the department, never the resident.
@Component
class Titles {

  private final Institutions institutions;

  Titles(Institutions institutions) {
    this.institutions = institutions;
  }

  String of(Destination to) {
    return institutions.departments(to.hospital()).stream()
        .filter(it -> it.code().equals(to.department()))
        .map(DepartmentView::name)
        .findFirst()
        .orElse(to.department());
  }
}
