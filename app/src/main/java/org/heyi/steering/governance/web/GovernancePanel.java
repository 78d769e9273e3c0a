package org.heyi.steering.governance.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shell.Words;
import org.heyi.steering.community.ConsortiumPanel;
import org.heyi.steering.community.ConsortiumView;
import org.heyi.steering.governance.Arrangements;
import org.heyi.steering.governance.Body;
import org.heyi.steering.governance.unchanged.Unchanged;
import org.heyi.steering.governance.unchanged.UnchangedAttributes;
import org.heyi.steering.governance.unified.Unifications;
import org.heyi.steering.governance.unified.UnifiedDimension;
import org.heyi.steering.governance.unified.UnifiedKind;
import org.heyi.steering.governance.unified.UnifiedMatrix;
import org.springframework.stereotype.Component;

/// Leads from the pages of consortia and areas to how they are governed.
@Component
class GovernancePanel implements ConsortiumPanel {

  private static final int ORDER = 100;

  private final Arrangements arrangements;
  private final UnchangedAttributes unchanged;
  private final Unifications unifications;

  GovernancePanel(
      Arrangements arrangements, UnchangedAttributes unchanged, Unifications unifications) {
    this.arrangements = arrangements;
    this.unchanged = unchanged;
    this.unifications = unifications;
  }

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public Optional<Content> of(ConsortiumView consortium, Words words) {
    var id = consortium.id();
    var lines = new ArrayList<String>();
    var dimensions = unifications.matrix(id).map(UnifiedMatrix::dimensions).orElse(List.of());
    for (var kind : UnifiedKind.values()) {
      var names =
          dimensions.stream().filter(it -> it.kind() == kind).map(UnifiedDimension::name).toList();
      if (!names.isEmpty()) {
        var said = words.of("governance.kind." + kind.code());
        lines.add(words.of("governance.panel-unified", said, String.join("、", names)));
      }
    }
    var kept = unchanged.of(id);
    if (!kept.isEmpty()) {
      lines.add(
          words.of(
              "governance.panel-unchanged",
              String.join("、", kept.stream().map(Unchanged::words).toList())));
    }
    var bodies =
        arrangements.bodies(consortium.area()).stream()
            .filter(it -> it.consortium().equals(id.value()))
            .map(Body::name)
            .distinct()
            .toList();
    if (!bodies.isEmpty()) {
      lines.add(words.of("governance.panel-bodies", String.join("、", bodies)));
    }
    return Optional.of(content(words, GovernanceWords.path(id), lines));
  }

  @Override
  public Optional<Content> of(AreaId area, Words words) {
    var lines = new ArrayList<String>();
    var bodies =
        arrangements.bodies(area).stream()
            .filter(it -> it.consortium().isEmpty())
            .map(Body::name)
            .toList();
    if (!bodies.isEmpty()) {
      lines.add(words.of("governance.panel-bodies", String.join("、", bodies)));
    }
    var departments = arrangements.authorities(area).size();
    if (departments > 0) {
      lines.add(words.of("governance.panel-departments", String.valueOf(departments)));
    }
    return Optional.of(content(words, "/area/" + area + "/governance", lines));
  }

  private static Content content(Words words, String path, List<String> lines) {
    return new Content(words.of("governance.panel"), lines, path, words.of("governance.open-page"));
  }
}
