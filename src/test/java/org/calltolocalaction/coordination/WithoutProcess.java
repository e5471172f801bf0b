package org.calltolocalaction.coordination;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.calltolocalaction.editions.EditionCycle;
import org.calltolocalaction.editions.extension.ExtensionTimer;
import org.calltolocalaction.pledges.PledgeLifecycle;
import org.calltolocalaction.reviews.ReviewTasks;
import org.calltolocalaction.testing.DeskTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.annotation.Transactional;

/**
 * A test of lists and pages with the process standing still, so that a pledge stays where
 * the {@link Scene} brought it. Everything is rolled back: two tests may open the same
 * year's call.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@DeskTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@Transactional
@Import(Scene.class)
@MockitoBean(types = { EditionCycle.class, ExtensionTimer.class, PledgeLifecycle.class, ReviewTasks.class })
public @interface WithoutProcess {

}
