package org.heyi.platform.shell.openapi;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Words;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;

/// What the description as a whole says.
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  static final String TOKEN = "token";
  static final String SESSION = "session";

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Staff.class, Words.class, PageQuery.class);
  }

  /// Called anew for each language.
  @Bean
  GlobalOpenApiCustomizer wholeInterface(
      MessageSource messages, ObjectProvider<BuildProperties> build) {
    return api -> {
      var words = new Words(messages, LocaleContextHolder.getLocale());
      var version = build.stream().map(BuildProperties::getVersion).findFirst().orElse("");
      api.info(
          new Info()
              .title(words.of("api.title"))
              .description(words.of("api.text"))
              .version(version));
      api.servers(null);
      security(api, words);
      api.getComponents().addSchemas("Problem", problem());
    };
  }

  /// RFC 9457, with the code and the faults of single fields.
  private static Schema<?> problem() {
    var fault = new ObjectSchema();
    fault.addProperty("field", new StringSchema());
    fault.addProperty("code", new StringSchema());
    fault.addProperty("detail", new StringSchema());
    fault.setRequired(List.of("field", "code", "detail"));
    var problem = new ObjectSchema();
    problem.addProperty("type", new StringSchema().format("uri"));
    problem.addProperty("title", new StringSchema());
    problem.addProperty("status", new IntegerSchema());
    problem.addProperty("detail", new StringSchema());
    problem.addProperty("code", new StringSchema());
    problem.addProperty("instance", new StringSchema().format("uri"));
    problem.addProperty("errors", new ArraySchema().items(fault));
    problem.setRequired(List.of("type", "title", "status", "detail", "code"));
    return problem;
  }

  private static void security(OpenAPI api, Words words) {
    api.getComponents()
        .addSecuritySchemes(
            TOKEN,
            new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description(words.of("api.token")))
        .addSecuritySchemes(
            SESSION,
            new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name("heyi-session")
                .description(words.of("api.session")));
    api.addSecurityItem(new SecurityRequirement().addList(TOKEN));
    api.addSecurityItem(new SecurityRequirement().addList(SESSION));
  }

  @Bean
  ModelResolver shapesOfRecords(ObjectMapperProvider mappers) {
    return new RecordSchemas(mappers.jsonMapper());
  }
}
