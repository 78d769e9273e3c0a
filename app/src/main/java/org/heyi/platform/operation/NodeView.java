package org.heyi.platform.operation;

import java.time.Duration;

/// 节点: one process of this installation, by what it last said.
///
/// @param up since it started
/// @param silent since it last said that it runs
/// @param alive whether that is short enough
public record NodeView(
    String host, long pid, String version, Duration up, Duration silent, boolean alive) {}
