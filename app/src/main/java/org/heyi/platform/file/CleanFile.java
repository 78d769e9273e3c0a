package org.heyi.platform.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.tika.Tika;

/// 入库文件: what is left of a sent file after it was looked at: sniffed, cleaned, hashed.
///
/// @param originalSha256 of the bytes as sent, so that the paper trail to the sender's copy holds
record CleanFile(String name, String type, byte[] content, String sha256, String originalSha256) {

  private static final Tika TIKA = new Tika();
  private static final String PDF = "application/pdf";
  private static final int TAIL = 1024;

  /// Decides by the bytes alone what the file is.
  static CleanFile of(String name, byte[] sent, FileLimits limits) {
    if (sent.length == 0) {
      throw FileProblem.EMPTY.with();
    }
    if (sent.length > limits.largestBytes()) {
      throw FileProblem.TOO_LARGE.with(limits.largestBytes() / (1024 * 1024));
    }
    var type =
        limits.type(TIKA.detect(sent)).orElseThrow(() -> FileProblem.TYPE_NOT_ALLOWED.with());
    var kept = type.isImage() ? CleanImage.of(sent, type, limits) : quiet(sent, type);
    return new CleanFile(
        FileName.clean(name, type.extension()), type.type(), kept, sha256(kept), sha256(sent));
  }

  /// A document is kept byte for byte; it must be whole and must not ask the reader to do anything.
  private static byte[] quiet(byte[] sent, FileLimits.FileType type) {
    var text = new String(sent, StandardCharsets.ISO_8859_1);
    if (type.type().equals(PDF)
        && !(text.startsWith("%PDF-")
            && text.indexOf("%%EOF", Math.max(0, text.length() - TAIL)) >= 0)) {
      throw FileProblem.NOT_READABLE.with();
    }
    if (type.refusedWords().stream().anyMatch(text::contains)) {
      throw FileProblem.ACTIVE_CONTENT.with();
    }
    return sent;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
