package org.heyi.platform.shell.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// 接口指南: the description of the interface as a page shows it: the same as the OpenAPI document.
///
/// @param json where the document itself is
public record ApiGuide(String title, String text, List<Room> rooms, String json) {

  /// The routes of one room.
  public record Room(String name, List<Route> routes) {}

  /// One route.
  ///
  /// @param request an example of what is sent, or empty
  /// @param answer an example of what comes back
  public record Route(
      String id,
      String method,
      String path,
      String summary,
      List<Parameter> parameters,
      String request,
      String answer,
      List<Refusal> refusals) {}

  /// What can be sent along.
  public record Parameter(String name, boolean required, String text) {}

  /// How it may be refused.
  public record Refusal(String status, String code, String text) {}

  static ApiGuide of(JsonNode document, String json) {
    var rooms = new ArrayList<Room>();
    document
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(it -> add(rooms, path.getKey(), it.getKey(), it.getValue())));
    var info = document.path("info");
    return new ApiGuide(
        info.path("title").stringValue(""),
        info.path("description").stringValue(""),
        List.copyOf(rooms),
        json);
  }

  private static void add(List<Room> rooms, String path, String method, JsonNode route) {
    var name = route.at("/tags/0").stringValue("");
    var room =
        rooms.stream()
            .filter(it -> it.name().equals(name))
            .findFirst()
            .orElseGet(() -> {
              var another = new Room(name, new ArrayList<>());
              rooms.add(another);
              return another;
            });
    room.routes().add(route(path, method, route));
  }

  private static Route route(String path, String method, JsonNode route) {
    return new Route(
        route.path("operationId").stringValue(""),
        method.toUpperCase(Locale.ROOT),
        path,
        route.path("summary").stringValue(""),
        route
            .path("parameters")
            .valueStream()
            .map(it ->
                new Parameter(
                    it.path("name").stringValue(""),
                    it.path("required").booleanValue(false),
                    it.path("description").stringValue("")))
            .toList(),
        example(route.at("/requestBody/content")),
        example(route.at("/responses/200/content")),
        refusals(route));
  }

  private static String example(JsonNode content) {
    return content
        .valueStream()
        .map(it -> it.path("example"))
        .filter(it -> !it.isMissingNode())
        .findFirst()
        .map(it -> JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(it))
        .orElse("");
  }

  private static List<Refusal> refusals(JsonNode route) {
    return route
        .path("responses")
        .propertyStream()
        .flatMap(it ->
            it.getValue()
                .at("/content/application~1problem+json/examples")
                .propertyStream()
                .map(example ->
                    new Refusal(
                        it.getKey(),
                        example.getKey(),
                        example.getValue().at("/value/detail").stringValue(""))))
        .toList();
  }
}
