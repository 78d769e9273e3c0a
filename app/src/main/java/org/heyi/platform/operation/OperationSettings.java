package org.heyi.platform.operation;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// 运行设置: times and limits of watching the system, each settable as `heyi.operation.…`. All are
/// house values.
///
/// @param beat how often a node says that it runs
/// @param silent a node that has not said so for this long counts as gone
/// @param forgotten a node that has not said so for this long is not listed any more
/// @param refresh how often the page renews its figures
/// @param refreshes how many times it does so by itself: a page left open must not keep a session
///   alive
/// @param limits a figure's name → above this number it asks for attention
@ConfigurationProperties("heyi.operation")
record OperationSettings(
    @DefaultValue("10s") Duration beat,
    @DefaultValue("45s") Duration silent,
    @DefaultValue("7d") Duration forgotten,
    @DefaultValue("15s") Duration refresh,
    @DefaultValue("20") int refreshes,
    @DefaultValue Map<String, Double> limits) {}
