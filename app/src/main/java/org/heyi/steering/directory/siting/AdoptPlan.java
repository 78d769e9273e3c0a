package org.heyi.steering.directory.siting;

import java.time.LocalDate;

/// 采用规划: puts a draft in force.
///
/// @param title of the document that adopts it
/// @param document its number (文号), or empty
public record AdoptPlan(String title, String document, LocalDate since) {}
