package org.heyi.steering.community;

/// 组成核对: one part of the plan's formula beside what is there today (TSK-18).
///
/// @param wanted e.g. `10`, `≥3`
/// @param open the plan's list is not closed
/// @param clause empty where the house chose
public record FormulaCheck(
    String label, String wanted, int counted, boolean holds, boolean open, String clause) {}
