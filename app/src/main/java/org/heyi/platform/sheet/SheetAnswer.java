package org.heyi.platform.sheet;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// 下载应答: a table on its way to a reader's disk.
///
/// @param name without its ending
public record SheetAnswer(String name, ListFormat format, byte[] content) {

  /// The headers say: to be kept, of this type and no other, and in no cache.
  public ResponseEntity<byte[]> response() {
    var disposition =
        ContentDisposition.attachment()
            .filename(name + "." + format.ending(), StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(format.type()))
        .contentLength(content.length)
        .header("Content-Disposition", disposition.toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .body(content);
  }
}
