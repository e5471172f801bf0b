package org.calltolocalaction.kernel.text;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what a text that comes in is for, beside the parameter or the component of a form
 * that takes it; it has been brought into that shape, without spaces around it, before
 * anybody sees it. A test asks it of every such text.
 */
@Documented
@Target({ ElementType.PARAMETER, ElementType.FIELD })
@Retention(RetentionPolicy.RUNTIME)
public @interface As {

	Text value();

}
