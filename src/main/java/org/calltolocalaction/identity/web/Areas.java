package org.calltolocalaction.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.calltolocalaction.identity.Person;
import org.springframework.util.StringUtils;

/** The parts of the desk that are not for everybody, and whom each is for. */
enum Areas {

	MY("/my", person -> true, person -> true), REVIEWS("/reviews", Person::reviewer, Person::reviewer),
	COORDINATION("/coordination", Person::oversees, Person::coordinator);

	/**
	 * What only reads and is posted all the same, because it takes its time: whoever
	 * audits is to find out whether the trail is what it was.
	 */
	private static final Set<String> READ_BY_POST = Set.of("/coordination/trail/verify");

	private static final Set<String> READING = Set.of("GET", "HEAD");

	private final String path;

	private final Predicate<Person> readers;

	private final Predicate<Person> actors;

	Areas(String path, Predicate<Person> readers, Predicate<Person> actors) {
		this.path = path;
		this.readers = readers;
		this.actors = actors;
	}

	String[] patterns() {
		return new String[] { path, path + "/**" };
	}

	/** Whether the person may open its pages. */
	boolean admits(Person person) {
		return readers.test(person);
	}

	/** Whether the person may ask this of it. */
	boolean admits(Person person, HttpServletRequest request) {
		boolean reads = READING.contains(request.getMethod()) || READ_BY_POST.contains(address(request));
		return (reads ? readers : actors).test(person);
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
		return of(address(request));
	}

	private static String address(HttpServletRequest request) {
		return request.getServletPath() + (StringUtils.hasText(request.getPathInfo()) ? request.getPathInfo() : "");
	}

	/**
	 * Where a person's work is: the role that was given to them, before what everybody
	 * has.
	 */
	static String home(Person person) {
		return person.oversees() ? COORDINATION.path : person.reviewer() ? REVIEWS.path : MY.path;
	}

}
