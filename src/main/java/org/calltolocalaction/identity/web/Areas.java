package org.calltolocalaction.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Predicate;
import org.calltolocalaction.identity.Person;
import org.springframework.util.StringUtils;

/** The parts of the desk that are not for everybody, and whom each is for. */
enum Areas {

	MY("/my", person -> true), REVIEWS("/reviews", Person::reviewer),
	COORDINATION("/coordination", Person::coordinator);

	private final String path;

	private final Predicate<Person> admits;

	Areas(String path, Predicate<Person> admits) {
		this.path = path;
		this.admits = admits;
	}

	String[] patterns() {
		return new String[] { path, path + "/**" };
	}

	boolean admits(Person person) {
		return admits.test(person);
	}

	/** The area to which an address belongs, if it belongs to one. */
	static Optional<Areas> of(String address) {
		for (Areas area : values()) {
			if (address.equals(area.path) || address.startsWith(area.path + "/")) {
				return Optional.of(area);
			}
		}
		return Optional.empty();
	}

	static Optional<Areas> of(HttpServletRequest request) {
		return of(request.getServletPath() + (StringUtils.hasText(request.getPathInfo()) ? request.getPathInfo() : ""));
	}

	/**
	 * Where a person's work is: the role that was given to them, before what everybody
	 * has.
	 */
	static String home(Person person) {
		return person.coordinator() ? COORDINATION.path : person.reviewer() ? REVIEWS.path : MY.path;
	}

}
