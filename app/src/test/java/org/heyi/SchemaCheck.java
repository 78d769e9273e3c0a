package org.heyi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Compares JSON with the schemas of an OpenAPI 3.0 document. It knows the part of JSON Schema that
/// our document uses, and calls everything else a fault, so that nothing passes unjudged.
record SchemaCheck(JsonNode document) {

  /// Where the value is not what the schema says, and what it should be.
  List<String> faults(JsonNode schema, JsonNode value) {
    var faults = new ArrayList<String>();
    check(schema, value, "$", faults);
    return faults;
  }

  private void check(JsonNode schema, JsonNode value, String at, List<String> faults) {
    if (schema.has("$ref")) {
      var name = schema.path("$ref").stringValue("").replace("#/components/schemas/", "");
      var target = document.at("/components/schemas/" + name);
      if (target.isMissingNode()) {
        faults.add(at + " is a " + name + ", which is not described");
      }
      check(target, value, at, faults);
    } else if (value.isNull()) {
      if (!schema.path("nullable").booleanValue(false)) {
        faults.add(at + " is null");
      }
    } else if (schema.has("allOf")) {
      schema.path("allOf").forEach(it -> check(it, value, at, faults));
    } else {
      typed(schema, value, at, faults);
    }
  }

  private void typed(JsonNode schema, JsonNode value, String at, List<String> faults) {
    var type = schema.path("type").stringValue("");
    switch (type) {
      case "object" -> object(schema, value, at, faults);
      case "array" -> array(schema, value, at, faults);
      case "string" -> string(schema, value, at, faults);
      case "integer" -> expect(value.isIntegralNumber(), at + " is no integer", faults);
      case "number" -> expect(value.isNumber(), at + " is no number", faults);
      case "boolean" -> expect(value.isBoolean(), at + " is neither true nor false", faults);
      default -> faults.add(at + " is described as '" + type + "', which nobody can check");
    }
  }

  private void object(JsonNode schema, JsonNode value, String at, List<String> faults) {
    expect(value.isObject(), at + " is no object", faults);
    schema
        .path("required")
        .forEach(it ->
            expect(value.has(it.stringValue("")), at + " has no " + it.stringValue(""), faults));
    var others = schema.path("additionalProperties");
    value
        .properties()
        .forEach(it -> {
          var described = schema.path("properties").path(it.getKey());
          var inside = at + "." + it.getKey();
          if (!described.isMissingNode()) {
            check(described, it.getValue(), inside, faults);
          } else if (others.isObject()) {
            check(others, it.getValue(), inside, faults);
          } else {
            faults.add(inside + " is not described");
          }
        });
  }

  private void array(JsonNode schema, JsonNode value, String at, List<String> faults) {
    expect(value.isArray(), at + " is no list", faults);
    for (int i = 0; i < value.size(); i++) {
      check(schema.path("items"), value.path(i), at + "[" + i + "]", faults);
    }
  }

  private static void string(JsonNode schema, JsonNode value, String at, List<String> faults) {
    if (!value.isString()) {
      faults.add(at + " is no text");
      return;
    }
    var text = value.stringValue();
    if (schema.has("enum") && schema.path("enum").valueStream().noneMatch(value::equals)) {
      faults.add(at + " is " + text + ", which is not among " + schema.path("enum"));
    }
    switch (schema.path("format").stringValue("")) {
      case "date" -> parses(LocalDate::parse, text, at, faults);
      case "date-time" -> parses(Instant::parse, text, at, faults);
      case "uuid" -> parses(UUID::fromString, text, at, faults);
      default -> {}
    }
  }

  private static void parses(
      Function<String, ?> parser, String text, String at, List<String> faults) {
    try {
      expect(parser.apply(text) != null, at + " is " + text, faults);
    } catch (DateTimeParseException | IllegalArgumentException wrong) {
      faults.add(at + " is " + text);
    }
  }

  private static void expect(boolean right, String otherwise, List<String> faults) {
    if (!right) {
      faults.add(otherwise);
    }
  }
}
