package org.heyi.person.resident.web;

import java.util.List;
import java.util.Map;
import org.heyi.person.resident.ResidentCoverage;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shell.ListLinks;

/// What the page of residents in no service grid shows.
///
/// @param reasons those that occur
/// @param reason the one asked for, or empty
public record CoveragePage(
    ResidentCoverage.Summary summary,
    List<Choice> reasons,
    String reason,
    Page<ResidentCoverage.Row> rows,
    Map<InstitutionId, String> institutions,
    ListLinks links) {}
