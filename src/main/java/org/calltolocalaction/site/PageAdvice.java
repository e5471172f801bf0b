package org.calltolocalaction.site;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its frame. */
@ControllerAdvice
class PageAdvice {

	private final PageFrame pageFrame;

	PageAdvice(PageFrame pageFrame) {
		this.pageFrame = pageFrame;
	}

	@ModelAttribute("frame")
	Frame frame(HttpServletRequest request) {
		return pageFrame.of(request);
	}

	/** Nobody's form may write into the frame. */
	@InitBinder("frame")
	void bindNothing(WebDataBinder binder) {
		binder.setDisallowedFields("*");
	}

}
