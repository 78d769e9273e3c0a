package org.heyi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.EnableScenarios;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/// A test of the whole application, on a real PostgreSQL, with `MockMvcTester` and `Scenario`, and
/// with a server on a free port for the few that need real HTTP.
///
/// All classes with this annotation share one context, because starting one takes long. So a test
/// adds no property, no bean and no profile of its own, makes its own institutions and residents,
/// and counts on no row being absent. Each test begins at [MovableClock#START].
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = HeyiApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@EnableScenarios
@ActiveProfiles("test")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(MovableClock.Wiring.class)
@ExtendWith(MovableClock.Reset.class)
public @interface HeyiTest {}
