package org.heyi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.support.TransactionTemplate;

/// An SQL file beside this class; `${word}` stands for a value. All its statements are one
/// transaction.
public record Script(String text) {

  public static Script read(String name) throws IOException {
    try (var file = Objects.requireNonNull(Script.class.getResourceAsStream(name), name)) {
      return new Script(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  public void run(RunningHeyi heyi, Map<String, ?> values) {
    var sql = filled(values);
    heyi.bean(TransactionTemplate.class)
        .executeWithoutResult(_ -> heyi.bean(JdbcTemplate.class).execute(sql));
  }

  /// For a script of one statement that gives rows.
  public <T> List<T> rows(RunningHeyi heyi, Map<String, ?> values, RowMapper<T> row) {
    return heyi.bean(JdbcTemplate.class).query(filled(values), row);
  }

  public String filled(Map<String, ?> values) {
    var sql = text;
    for (var value : values.entrySet()) {
      sql = sql.replace("${" + value.getKey() + "}", String.valueOf(value.getValue()));
    }
    return sql;
  }
}
