package org.heyi.platform.audit.api;

import java.util.UUID;
import org.heyi.platform.audit.Audit;
import org.heyi.platform.audit.ChainStatus;
import org.heyi.platform.audit.Verification;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The check of the audit log's chain, for auditors.
@RestController
@RequestMapping(path = "/api/audit/verification", produces = MediaType.APPLICATION_JSON_VALUE)
class AuditApi {

  private static final String NOT_A_REVIEWER = "audit.not-a-reviewer";

  private final Audit audit;

  AuditApi(Audit audit) {
    this.audit = audit;
  }

  /// What the check showed.
  ///
  /// @param verified positions found right, from the first on
  /// @param unsealed entries so new that they have no seal yet; null when something is altered
  /// @param anchors head hashes kept outside the database that were compared; null as above
  /// @param position the first that is altered, or null
  /// @param entry its id, where its row is there
  record Result(
      boolean whole,
      long verified,
      @Nullable Long unsealed,
      @Nullable Integer anchors,
      @Nullable Long position,
      @Nullable UUID entry,
      Verification.@Nullable Difference difference) {

    static Result of(Verification result) {
      return switch (result) {
        case Verification.Whole(var verified, var unsealed, var anchors) ->
            new Result(true, verified, unsealed, anchors, null, null, null);
        case Verification.Altered(var verified, var position, var entry, var difference) ->
            new Result(false, verified, null, null, position, entry, difference);
      };
    }
  }

  @GetMapping
  @Refusals(forbidden = NOT_A_REVIEWER)
  ChainStatus status(Staff staff) {
    return audit.status(staff);
  }

  /// It reads the whole log, and answers when it is through.
  @PostMapping
  @Refusals(forbidden = NOT_A_REVIEWER)
  Result verify(Staff staff) {
    return Result.of(audit.verify(staff));
  }
}
