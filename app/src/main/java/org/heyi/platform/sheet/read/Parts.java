package org.heyi.platform.sheet.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// 文件部件: the parts of a workbook's archive. What it claims about sizes counts for nothing: bytes
/// are counted as they come out, over all parts together.
final class Parts implements AutoCloseable {

  private final ZipFile archive;
  private final Map<String, ZipArchiveEntry> parts = new HashMap<>();
  private long left;

  Parts(byte[] content, SheetLimits limits) throws IOException {
    this.archive =
        ZipFile.builder()
            .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
            .setIgnoreLocalFileHeader(true)
            .get();
    this.left = limits.largestUnpackedBytes();
    var entries = archive.getEntries();
    while (entries.hasMoreElements()) {
      add(entries.nextElement());
      if (parts.size() > limits.mostParts()) {
        throw SheetProblem.NOT_READABLE.with();
      }
    }
  }

  /// Two parts of one name would be read differently by different programs.
  private void add(ZipArchiveEntry entry) {
    var name = name(entry.getName());
    if (name.endsWith("vbaproject.bin")) {
      throw SheetProblem.WITH_MACROS.with();
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw SheetProblem.LOCKED.with();
    }
    if (parts.put(name, entry) != null) {
      throw SheetProblem.NOT_READABLE.with();
    }
  }

  /// Names are compared without case, and a leading slash means nothing.
  private static String name(String written) {
    var name = written.replace('\\', '/').toLowerCase(Locale.ROOT);
    return name.startsWith("/") ? name.substring(1) : name;
  }

  Optional<InputStream> find(String name) throws IOException {
    var part = parts.get(name(name));
    return part == null ? Optional.empty() : Optional.of(new Counted(archive.getInputStream(part)));
  }

  InputStream require(String name) throws IOException {
    return find(name).orElseThrow(() -> SheetProblem.NOT_A_TABLE.with());
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }

  private final class Counted extends FilterInputStream {

    private Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      int some = super.read(into, from, most);
      count(Math.max(0, some));
      return some;
    }

    private void count(int bytes) {
      left -= bytes;
      if (left < 0) {
        throw SheetProblem.UNPACKS_TOO_LARGE.with();
      }
    }
  }
}
