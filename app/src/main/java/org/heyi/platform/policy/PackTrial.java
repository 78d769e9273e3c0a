package org.heyi.platform.policy;

import java.util.List;
import org.heyi.platform.policy.PackReading.Fault;

/// 试读: what a file would bring, as the database is now: its packs, one for each county of a
/// template, or what is wrong with it.
public record PackTrial(String file, String text, List<Pack> packs, List<Fault> faults) {}
