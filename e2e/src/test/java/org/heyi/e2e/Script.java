package org.heyi.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A script of `bin/` as somebody at the machine ran it, and how it ended.
record Script(int code, List<String> said) {

  static Script run(Path data, String name, Object... arguments)
      throws IOException, InterruptedException {
    return run(data, Map.of(), name, arguments);
  }

  /// @param environment what the person had set besides `HEYI_DATA`
  static Script run(Path data, Map<String, String> environment, String name, Object... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("../bin/" + name));
    List.of(arguments).forEach(it -> command.add(it.toString()));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("HEYI_DATA", data.toString());
    builder.environment().keySet().removeIf(it -> it.startsWith("SPRING_"));
    builder.environment().putAll(environment);
    var running = builder.start();
    var said = running.inputReader().lines().toList();
    var script = new Script(running.waitFor(), said);
    said.forEach(it -> System.out.println("bin/" + name + ": " + it));
    return script;
  }
}
