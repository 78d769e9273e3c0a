package org.heyi.bench.hapi;

import ca.uhn.fhir.batch2.jobs.config.Batch2JobsConfig;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.config.ThreadPoolFactoryConfig;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.batch2.JpaBatch2Config;
import ca.uhn.fhir.jpa.config.HapiJpaConfig;
import ca.uhn.fhir.jpa.config.r4.JpaR4Config;
import ca.uhn.fhir.jpa.config.util.HapiEntityManagerFactoryUtil;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.config.SubscriptionSettings;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirPostgresDialect;
import ca.uhn.fhir.jpa.provider.IJpaSystemProvider;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.jpa.subscription.channel.config.SubscriptionChannelConfig;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/// What HAPI's server needs, with its own defaults where nothing is said.
@Configuration
@Import({
  JpaR4Config.class,
  HapiJpaConfig.class,
  JpaBatch2Config.class,
  Batch2JobsConfig.class,
  SubscriptionChannelConfig.class,
  ThreadPoolFactoryConfig.class
})
class HapiConfiguration {

  private static final List<String> TYPES =
      List.of("Patient", "Schedule", "Slot", "Appointment", "SearchParameter");

  /// As many connections as Heyi has.
  private static final int CONNECTIONS = 24;

  @Bean(destroyMethod = "close")
  static DataSource database() {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(System.getProperty("hapi.database"));
    pool.setMaximumPoolSize(CONNECTIONS);
    return pool;
  }

  @Bean
  static JpaStorageSettings storageSettings() {
    var settings = new JpaStorageSettings();
    settings.setEnforceReferentialIntegrityOnWrite(false);
    settings.setEnforceReferentialIntegrityOnDelete(false);
    settings.setSchedulingDisabled(true);
    return settings;
  }

  @Bean
  static PartitionSettings partitionSettings() {
    return new PartitionSettings();
  }

  @Bean
  static SubscriptionSettings subscriptionSettings() {
    return new SubscriptionSettings();
  }

  @Bean
  @Primary
  static LocalContainerEntityManagerFactoryBean entityManagerFactory(
      DataSource database,
      ConfigurableListableBeanFactory beans,
      FhirContext fhir,
      JpaStorageSettings settings) {
    var factory = HapiEntityManagerFactoryUtil.newEntityManagerFactory(beans, fhir, settings);
    factory.setPersistenceUnitName("HAPI");
    factory.setDataSource(database);
    var properties = new Properties();
    properties.putAll(
        Map.of(
            "hibernate.dialect", HapiFhirPostgresDialect.class.getName(),
            "hibernate.hbm2ddl.auto", "update",
            "hibernate.jdbc.batch_size", "30",
            "hibernate.order_inserts", "true",
            "hibernate.order_updates", "true",
            "hibernate.cache.use_query_cache", "false",
            "hibernate.cache.use_second_level_cache", "false",
            "hibernate.search.enabled", "false"));
    factory.setJpaProperties(properties);
    return factory;
  }

  @Bean
  @Primary
  static JpaTransactionManager transactionManager(EntityManagerFactory factory) {
    return new JpaTransactionManager(factory);
  }

  @Bean
  static RestfulServer fhirServer(
      FhirContext fhir,
      DaoRegistry types,
      IFhirSystemDao<?, ?> system,
      IJpaSystemProvider systemProvider,
      ResourceProviderFactory providers,
      DatabaseBackedPagingProvider pages,
      JpaStorageSettings settings,
      ISearchParamRegistry parameters,
      IValidationSupport validation) {
    types.setSupportedResourceTypes(TYPES);
    var server = new RestfulServer(fhir);
    server.registerProviders(providers.createProviders());
    server.registerProvider(systemProvider);
    server.setPagingProvider(pages);
    server.setDefaultPrettyPrint(false);
    server.setServerConformanceProvider(
        new JpaCapabilityStatementProvider(server, system, settings, parameters, validation));
    return server;
  }
}
