package org.heyi.flow.capacity;

import java.time.LocalDate;

/// 分诊台筛选: which appointments the desk looks at.
///
/// @param department department code, or empty for all
/// @param status booked, arrived or no_show, or empty for all
/// @param text beginning of a name or pinyin initials, or empty
public record DeskQuery(LocalDate day, String department, String status, String text) {}
