package org.heyi.platform.file;

import java.time.Instant;
import org.heyi.platform.shared.Subject;

/// 已存文件: what is known of a file without its content.
///
/// @param type sniffed media type, never the sender's word
public record StoredFile(
    FileId id, Subject subject, String name, String type, long size, Instant storedAt) {}
