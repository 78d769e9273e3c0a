package org.heyi.steering.directory.web;

import java.util.List;
import org.heyi.platform.policy.Pack;
import org.heyi.steering.directory.DepartmentView;
import org.heyi.steering.directory.InstitutionFacts;
import org.heyi.steering.directory.InstitutionPanel;
import org.heyi.steering.directory.InstitutionView;
import org.heyi.steering.directory.PractitionerView;
import org.jspecify.annotations.Nullable;

/// What an institution's page shows.
///
/// @param panels what rooms above know of it
/// @param mergedInto what it became part of, or null
public record InstitutionPage(
    Pack area,
    String areaName,
    InstitutionFacts facts,
    String kind,
    @Nullable InstitutionView mergedInto,
    List<InstitutionPanel.Content> panels,
    List<InstitutionView> clinics,
    List<DepartmentView> departments,
    List<PractitionerView> practitioners) {}
