package org.calltolocalaction.site;

import org.springframework.beans.PropertyAccessException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.DefaultBindingErrorProcessor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Refuses a form of which a field is of another kind than the page sent it: a number, an
 * id, a box to tick. What people type is text in every form and told beside its field;
 * these no person types, so there is nobody to tell, and without them there is no form
 * object to go on with.
 */
@ControllerAdvice
class ForgedFields {

	@InitBinder
	void refuse(WebDataBinder binder) {
		binder.setBindingErrorProcessor(new DefaultBindingErrorProcessor() {

			@Override
			public void processPropertyAccessException(PropertyAccessException forged, BindingResult form) {
				throw forged;
			}

		});
	}

}
