package org.heyi.platform.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The mark in a database that a backup is being restored into it: a table that is there until all
/// is in place. Half of a backup must not look like a house.
final class UnfinishedRestore {

  static void begins(DataSource owner) {
    var jdbc = JdbcClient.create(owner);
    jdbc.sql("create schema migration").update();
    jdbc.sql("create table migration.unfinished_restore (since timestamptz not null)").update();
  }

  static void finished(DataSource owner) {
    JdbcClient.create(owner).sql("drop table migration.unfinished_restore").update();
  }

  static void refuse(DataSource owner) {
    if (JdbcClient.create(owner)
        .sql("select to_regclass('migration.unfinished_restore') is not null")
        .query(Boolean.class)
        .single()) {
      throw new StartRefused(
          "此数据库的恢复没有完成，不能使用。请清空后重新运行 bin/restore：内置数据库删除数据目录，外部数据库重建该库",
          "the restore into this database did not finish; empty it and run bin/restore again: delete"
              + " the data directory, or make the external database anew");
    }
  }

  private UnfinishedRestore() {}
}
