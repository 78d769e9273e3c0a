/// # 数据库 Database
///
/// Brings up the database under all other rooms: PostgreSQL of our own in a lasting directory, or
/// one given by `spring.datasource.url`, with the roles and rights of the application.
///
/// Start reading at [EmbeddedServer], then [RoomMigrations]. It tells nothing. Rooms meet it as the
/// `DataSource`; the demonstration marks its filling as a [FirstStart], and whoever knows a reason
/// not to start throws [StartRefused].
@ApplicationModule(
    displayName = "数据库 Database",
    allowedDependencies = {})
@NullMarked
package org.heyi.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
