package org.heyi.platform.access.role;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.heyi.platform.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// Reads `roles.yaml`. Whatever it does not understand it refuses, with every error's line.
final class RolesFile {

  private static final Pattern ROLE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern DUTY = Pattern.compile("[a-z]+\\.[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private final List<String> errors = new ArrayList<>();

  /// @throws IllegalArgumentException with one line per error
  static List<Role> read(Reader yaml) {
    var file = new RolesFile();
    var roles = file.roles(yaml);
    if (!file.errors.isEmpty()) {
      throw new IllegalArgumentException("roles.yaml\n" + String.join("\n", file.errors));
    }
    return roles;
  }

  private List<Role> roles(Reader yaml) {
    try {
      var root = map(new Yaml(new LoaderOptions()).compose(yaml), "the file");
      only(root, Set.of("roles"));
      var roles = root.get("roles");
      return roles == null
          ? missing("roles")
          : map(roles, "roles").entrySet().stream()
              .map(it -> role(it.getKey(), it.getValue()))
              .toList();
    } catch (MarkedYAMLException e) {
      errors.add("line %d: %s".formatted(e.getProblemMark().getLine() + 1, e.getProblem()));
      return List.of();
    }
  }

  private List<Role> missing(String key) {
    errors.add("line 1: " + key + " is missing");
    return List.of();
  }

  private Role role(String code, Node node) {
    if (!ROLE.matcher(code).matches()) {
      error(node, "'%s' is not a role's code".formatted(code));
    }
    var keys = map(node, code);
    only(keys, Set.of("exclusive", "second-factor", "system", "duties"));
    var exclusive = flag("exclusive", keys);
    var secondFactor = flag("second-factor", keys);
    var system = flag("system", keys);
    if (system && (exclusive || secondFactor)) {
      error(node, code + " is a system's, so it is neither exclusive nor has it a second factor");
    }
    return new Role(code, exclusive, secondFactor, system, duties(code, node, keys.get("duties")));
  }

  private Map<String, Scope> duties(String role, Node at, @Nullable Node node) {
    if (node == null) {
      error(at, role + " needs duties");
      return Map.of();
    }
    var duties = new LinkedHashMap<String, Scope>();
    map(node, "duties")
        .forEach((duty, value) -> {
          if (!DUTY.matcher(duty).matches()) {
            error(value, "'%s' is not a duty's code".formatted(duty));
          }
          scope(value).ifPresent(it -> duties.put(duty, it));
        });
    return duties;
  }

  private Optional<Scope> scope(Node node) {
    var word = text(node);
    var known = Arrays.stream(Scope.values()).filter(it -> it.name().equals(word)).findFirst();
    if (known.isEmpty()) {
      error(node, "unknown scope '%s', use one of %s".formatted(word, List.of(Scope.values())));
    }
    return known;
  }

  private boolean flag(String key, Map<String, Node> keys) {
    var node = keys.get(key);
    var word = node == null ? "false" : text(node);
    if (!Set.of("true", "false").contains(word)) {
      error(node, "%s is true or false, not '%s'".formatted(key, word));
    }
    return word.equals("true");
  }

  private Map<String, Node> map(@Nullable Node node, String what) {
    var entries = new LinkedHashMap<String, Node>();
    if (!(node instanceof MappingNode mapping)) {
      error(node, what + " must have keys");
      return entries;
    }
    for (var entry : mapping.getValue()) {
      var key = text(entry.getKeyNode());
      if (entries.putIfAbsent(key, entry.getValueNode()) != null) {
        error(entry.getKeyNode(), "'%s' stands here twice".formatted(key));
      }
    }
    return entries;
  }

  private void only(Map<String, Node> keys, Set<String> known) {
    keys.forEach((key, node) -> {
      if (!known.contains(key)) {
        error(
            node,
            "unknown key '%s', use one of %s"
                .formatted(key, known.stream().sorted().collect(Collectors.joining(", "))));
      }
    });
  }

  private String text(@Nullable Node node) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    error(node, "a word is missing");
    return "";
  }

  private void error(@Nullable Node node, String what) {
    int line = node == null ? 1 : node.getStartMark().getLine() + 1;
    errors.add("line %d: %s".formatted(line, what));
  }
}
