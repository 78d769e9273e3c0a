package org.heyi.platform.audit;

import java.util.UUID;

/// 封存: the hash at one position of the chain.
record Seal(long position, UUID entry, Hash hash) {}
