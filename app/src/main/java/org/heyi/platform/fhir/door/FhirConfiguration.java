package org.heyi.platform.fhir.door;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.RestfulServer;
import org.heyi.platform.fhir.FhirSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// HAPI's servlet at `/fhir`, told of what the rooms offer, with the guard before it.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FhirSettings.class)
class FhirConfiguration {

  private static final String PATHS = Bundles.PATH + "/*";

  /// What FHIR does not know is an error and not left out.
  @Bean
  FhirContext fhir() {
    var fhir = FhirContext.forR4();
    fhir.setParserErrorHandler(new StrictErrorHandler());
    return fhir;
  }

  @Bean
  ServletRegistrationBean<RestfulServer> fhirServlet(
      FhirContext fhir,
      Sources sources,
      Interactions interactions,
      SystemProvider system,
      MetadataProvider metadata,
      Bodies bodies,
      Refusing refusing,
      Bundles bundles) {
    var server = new RestfulServer(fhir);
    server.setServerAddressStrategy(new HardcodedServerAddressStrategy(bundles.base()));
    server.setDefaultResponseEncoding(EncodingEnum.JSON);
    server.setUncompressIncomingContents(false);
    sources
        .all()
        .forEach(it -> server.registerProvider(new TypeProvider(it.offer().type(), interactions)));
    server.registerProvider(system);
    server.setServerConformanceProvider(metadata);
    server.registerInterceptor(bodies);
    server.registerInterceptor(refusing);
    return new ServletRegistrationBean<>(server, PATHS);
  }

  @Bean
  FilterRegistrationBean<GuardFilter> fhirGuard(GuardFilter guard) {
    var before = new FilterRegistrationBean<>(guard);
    before.addUrlPatterns(PATHS);
    return before;
  }
}
