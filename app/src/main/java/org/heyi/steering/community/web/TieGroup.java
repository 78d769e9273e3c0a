package org.heyi.steering.community.web;

import java.util.List;

/// Cooperation of one kind, as the registry shows it.
public record TieGroup(String title, List<TieRow> rows) {}
