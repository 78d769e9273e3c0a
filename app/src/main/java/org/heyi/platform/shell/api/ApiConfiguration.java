package org.heyi.platform.shell.api;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.handler.MappedInterceptor;

/// What stands before every route under `/api`.
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

  @Bean
  MappedInterceptor unknownParameters(ProblemAnswers answers) {
    return new MappedInterceptor(new String[] {"/api/**"}, new UnknownParameters(answers));
  }
}
