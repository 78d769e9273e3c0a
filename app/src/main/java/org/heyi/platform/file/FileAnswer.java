package org.heyi.platform.file;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// 文件应答: a stored file on its way to a browser that must not run it.
///
/// A page of the room that owns the subject answers `files.open(subject, id).response()`.
///
/// @param inline shown in place; else downloaded
public record FileAnswer(StoredFile file, byte[] content, boolean inline) {

  /// The headers say: this type and no other, no script, no copy in any cache.
  public ResponseEntity<byte[]> response() {
    var disposition =
        (inline ? ContentDisposition.inline() : ContentDisposition.attachment())
            .filename(file.name(), StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.type()))
        .contentLength(content.length)
        .header("Content-Disposition", disposition.toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .body(content);
  }
}
