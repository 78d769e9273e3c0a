package org.heyi.platform.access.signin;

import org.heyi.platform.access.AccessSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/// Who may come in at all: nobody, except through [Routes].
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class SecurityConfiguration {

  /// Each of the dozen security filters would time itself, at every request.
  @Bean
  SecurityObservationSettings withoutTiming() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  SecurityFilterChain people(
      HttpSecurity http,
      Sessions sessions,
      SignInDoor door,
      SignOutDoor out,
      Doorkeeper doorkeeper) {
    return http.authorizeHttpRequests(it ->
            it.requestMatchers(Routes.STATIC, Routes.PUBLIC)
                .permitAll()
                .requestMatchers(EndpointRequest.toAnyEndpoint())
                .permitAll()
                .anyRequest()
                .authenticated())
        .formLogin(it ->
            it.loginPage(Routes.SIGN_IN)
                .usernameParameter("login")
                .authenticationDetailsSource(Caller::of)
                .successHandler(door)
                .failureHandler(door))
        .logout(it ->
            it.logoutUrl(Routes.SIGN_OUT)
                .addLogoutHandler(out)
                .logoutSuccessUrl(Routes.SIGN_IN + "?said=signed-out"))
        .exceptionHandling(
            it -> it.authenticationEntryPoint(doorkeeper).accessDeniedHandler(doorkeeper))
        .requestCache(RequestCacheConfigurer::disable)
        .headers(it -> it.disable())
        .addFilterBefore(new StandingFilter(sessions, doorkeeper), AuthorizationFilter.class)
        .build();
  }
}
