package org.heyi.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// 数据目录: the directory that outlives the application, held by one Heyi at a time.
///
/// The hold is a lock of the operating system on `heyi.lock`, which ends with the process however
/// that ends. The file says in clear text who holds it; the text is for people, the lock decides.
final class DataDirectory implements AutoCloseable {

  /// The lock belongs to the process and is lost when the process closes *any* handle of the file,
  /// so a directory this process already holds must not be opened a second time.
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel lock;

  private DataDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  static DataDirectory hold(Path wanted) {
    try {
      createPrivate(wanted);
      var path = wanted.toRealPath();
      if (!HELD.add(path)) {
        throw inUse(path, "");
      }
      try {
        return new DataDirectory(path, lock(path));
      } catch (IOException | RuntimeException e) {
        HELD.remove(path);
        throw e;
      }
    } catch (IOException e) {
      throw new StartRefused(
          "数据目录 " + wanted + " 无法使用：" + e, "the data directory " + wanted + " cannot be used");
    }
  }

  private static FileChannel lock(Path path) throws IOException {
    var channel =
        FileChannel.open(
            path.resolve("heyi.lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      var holder = ByteBuffer.allocate(200);
      channel.read(holder, 0);
      channel.close();
      throw inUse(path, new String(holder.array(), 0, holder.position(), StandardCharsets.UTF_8));
    }
    write(channel, "pid " + ProcessHandle.current().pid());
    return channel;
  }

  private static DirectoryInUse inUse(Path path, String holder) {
    var who = holder.isBlank() ? "" : " (" + holder.strip() + ")";
    return new DirectoryInUse(
        "数据目录 " + path + " 正由另一个合医使用" + who + "，请先停止它，或用 HEYI_DATA 另选目录",
        "the data directory "
            + path
            + " is in use by another Heyi"
            + who
            + "; stop it first or choose another one with HEYI_DATA");
  }

  /// Says where the holder can be reached, once that is known.
  void announce(String address) {
    try {
      write(lock, "pid " + ProcessHandle.current().pid() + ", " + address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(FileChannel channel, String line) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)), 0);
  }

  Path resolve(String name) {
    return path.resolve(name);
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD.remove(path);
    }
  }

  /// Creates what is missing so that only this user may look inside.
  static void createPrivate(Path directory) throws IOException {
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }
}
