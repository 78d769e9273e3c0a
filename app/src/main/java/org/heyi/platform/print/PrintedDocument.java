package org.heyi.platform.print;

import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// 打印成品: a PDF on its way to a reader's disk.
///
/// @param name without its ending
/// @param missing characters that no font here can draw; the document says so itself
public record PrintedDocument(String name, byte[] content, SortedSet<Integer> missing) {

  /// The headers say: to be kept, a PDF and nothing else, and in no cache.
  public ResponseEntity<byte[]> response() {
    var disposition =
        ContentDisposition.attachment().filename(name + ".pdf", StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .contentLength(content.length)
        .header("Content-Disposition", disposition.toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .body(content);
  }
}
