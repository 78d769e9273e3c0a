package org.heyi.person.resident.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.heyi.person.resident.ResidentTies;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Page;
import org.heyi.platform.sheet.ExportLinks;
import org.heyi.platform.shell.ListLinks;

/// What the page of the residents' book shows.
///
/// @param institutions names of all that the page speaks of
public record BookPage(
    Page<ResidentTies.Row> rows,
    List<ResidentTies.Count> counts,
    ResidentTies.Query query,
    List<Choice> residences,
    GroupCounts groups,
    ListLinks links,
    ExportLinks exports,
    PlaceNames names,
    Map<InstitutionId, String> institutions,
    LocalDate today) {}
