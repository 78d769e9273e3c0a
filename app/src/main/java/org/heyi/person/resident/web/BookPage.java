package org.heyi.person.resident.web;

import java.time.LocalDate;
import java.util.List;
import org.heyi.person.resident.ResidentTies;
import org.heyi.platform.shared.Page;
import org.heyi.platform.shell.ListLinks;

/// What the page of the residents' book shows.
public record BookPage(
    Page<ResidentTies.Row> rows,
    List<ResidentTies.Count> counts,
    ResidentTies.Query query,
    List<Choice> residences,
    ListLinks links,
    PlaceNames names,
    LocalDate today) {}
