package org.calltolocalaction.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * A test of the whole desk, as it runs for real: on PostgreSQL, with an SMTP server,
 * serving at {@code desk.public-address}. All such tests share one desk and one database,
 * so each works with data of its own. Before each test the clock goes with the real time
 * and the mail server is empty. Timers fire and jobs run only when a test makes them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(DeskTestConfiguration.class)
@ExtendWith(FreshStart.class)
public @interface DeskTest {

}
