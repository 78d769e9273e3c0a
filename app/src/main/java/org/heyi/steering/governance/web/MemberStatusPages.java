package org.heyi.steering.governance.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Once;
import org.heyi.platform.shell.Pressed;
import org.heyi.platform.shell.Words;
import org.heyi.steering.community.Communities;
import org.heyi.steering.governance.unified.ChangeStatus;
import org.heyi.steering.governance.unified.Unifications;
import org.heyi.steering.governance.unified.UnifiedKind;
import org.heyi.steering.governance.unified.UnifiedStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// How far one member is managed as one, with its history, and where that is recorded.
@Controller
@RequestMapping("/consortia/{id}/governance/{institution}")
class MemberStatusPages {

  private final Unifications unifications;
  private final Communities communities;
  private final Policies policies;
  private final Once once;
  private final Clock clock;

  MemberStatusPages(
      Unifications unifications,
      Communities communities,
      Policies policies,
      Once once,
      Clock clock) {
    this.unifications = unifications;
    this.communities = communities;
    this.policies = policies;
    this.once = once;
    this.clock = clock;
  }

  @GetMapping
  String show(
      @PathVariable ConsortiumId id,
      @PathVariable InstitutionId institution,
      Staff staff,
      Words words,
      Model model) {
    var consortium = communities.consortium(id);
    var area = policies.area(consortium.area());
    var row = unifications.row(id, institution);
    model.addAttribute(
        "shown",
        new MemberStatusPage(
            area,
            GovernanceWords.name(area, words),
            id.value(),
            GovernanceWords.name(consortium, words),
            row,
            unifications.history(id, institution),
            unifications.mayChange(id, institution, staff),
            Arrays.asList(UnifiedStatus.values()),
            LocalDate.ofInstant(clock.instant(), Moments.CHINA)));
    return "governance/member";
  }

  @PostMapping
  String change(
      @PathVariable ConsortiumId id,
      @PathVariable InstitutionId institution,
      @RequestParam UnifiedKind kind,
      @RequestParam String dimension,
      @RequestParam int version,
      @RequestParam UnifiedStatus status,
      @RequestParam LocalDate since,
      @RequestParam(defaultValue = "") String note,
      Pressed form,
      Staff staff) {
    var command =
        new ChangeStatus(id, institution, kind, dimension, version, status, since, note.strip());
    return "redirect:"
        + once.run(
            form,
            staff,
            () -> {
              unifications.change(command, staff);
              return GovernanceWords.path(id) + "/" + institution;
            });
  }
}
