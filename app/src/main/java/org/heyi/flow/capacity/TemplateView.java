package org.heyi.flow.capacity;

import java.time.DayOfWeek;
import java.time.LocalTime;
import org.heyi.platform.shared.AccountId;
import org.jspecify.annotations.Nullable;

/// 出诊模板: one weekly template in the list.
public record TemplateView(
    TemplateId id,
    String department,
    String departmentName,
    String practitioner,
    @Nullable AccountId account,
    DayOfWeek weekday,
    String session,
    String slotClass,
    String place,
    int extraLimit,
    LocalTime start,
    LocalTime end,
    int segments,
    int places,
    int reserved) {}
