package org.calltolocalaction.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.calltolocalaction.identity.CurrentPerson;
import org.calltolocalaction.identity.NoteVisit;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Notes each page that a signed-in person opens as a visit; whoever looks on in somebody
 * else's place leaves no mark.
 */
@Component
class VisitsNoted implements HandlerInterceptor, WebMvcConfigurer {

	private final CurrentPerson currentPerson;

	private final NoteVisit noteVisit;

	VisitsNoted(CurrentPerson currentPerson, NoteVisit noteVisit) {
		this.currentPerson = currentPerson;
		this.noteVisit = noteVisit;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this).excludePathPatterns("/assets/**");
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		currentPerson.of(request).filter(person -> !person.viewed()).ifPresent(person -> noteVisit.note(person.id()));
		return true;
	}

}
