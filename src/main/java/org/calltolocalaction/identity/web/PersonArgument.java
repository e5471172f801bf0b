package org.calltolocalaction.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.calltolocalaction.identity.CurrentPerson;
import org.calltolocalaction.identity.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives a controller's handler the {@link Person} who asks, or an
 * {@code Optional<Person>} on public pages.
 */
@Component
class PersonArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

	private final CurrentPerson currentPerson;

	PersonArgument(CurrentPerson currentPerson) {
		this.currentPerson = currentPerson;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this);
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.nestedIfOptional().getNestedParameterType() == Person.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer model,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		Optional<Person> person = Optional.ofNullable(request.getNativeRequest(HttpServletRequest.class))
			.flatMap(currentPerson::of);
		if (parameter.isOptional()) {
			return person;
		}
		return person.orElseThrow(() -> new AccessDeniedException("This page is for people who signed in"));
	}

}
