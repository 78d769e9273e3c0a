package org.heyi.platform.backup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// 备份清单: what is in a backup, and from where. It lies in it as `manifest.json`.
///
/// @param format of the file; this build reads formats up to [#FORMAT]
/// @param heyi version that made it
/// @param madeAt the moment whose rows these are, by the database's clock
/// @param postgres version of the server it was taken from
/// @param leftOut tables whose rows are not kept
record Manifest(
    int format,
    String heyi,
    Instant madeAt,
    String postgres,
    List<Room> rooms,
    List<Table> tables,
    List<Sequence> sequences,
    List<KeptFile> files,
    List<String> leftOut) {

  static final int FORMAT = 1;

  /// Where the tables of a room stood.
  ///
  /// @param checksums version → Flyway's checksum of the migration that led there, oldest first
  record Room(String room, String version, Map<String, Integer> checksums) {}

  /// The rows of one table, as `copy … to stdout` writes them.
  ///
  /// @param table schema and name
  record Table(String table, List<String> columns, long rows, String sha256) {

    String entry() {
      return "tables/" + table + ".copy";
    }
  }

  /// @param called whether the value was already given out
  record Sequence(String sequence, long value, boolean called) {}

  /// A file of the data directory.
  record KeptFile(String name, long bytes, String sha256) {

    String entry() {
      return "files/" + name;
    }
  }

  Map<String, String> versions() {
    return rooms.stream().collect(Collectors.toMap(Room::room, Room::version));
  }

  long rows() {
    return tables.stream().mapToLong(Table::rows).sum();
  }
}
