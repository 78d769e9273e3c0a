package org.heyi.steering.directory.siting.web;

import java.util.Map;
import org.heyi.platform.shared.AreaId;

/// What is shown of an area without a siting plan.
public record NoSitingPage(
    AreaId area, String areaName, Map<String, String> areas, boolean mayWrite) {}
