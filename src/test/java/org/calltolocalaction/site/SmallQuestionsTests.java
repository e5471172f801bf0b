package org.calltolocalaction.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.beans.PropertyDescriptor;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.Scene;
import org.calltolocalaction.coordination.WithoutProcess;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A question as long as the server takes it is answered for little: every parameter of
 * every page that can be asked for, by everybody who may, gets as much of every letter as
 * fits into an address.
 */
@WithoutProcess
class SmallQuestionsTests {

	/**
	 * As sent; what is longer, the server refuses with the headers of browsers around it.
	 */
	private static final int LONGEST = 6_000;

	private static final int MOST_BYTES_MORE = 200_000;

	private static final long MOST_NANOSECONDS = 200_000_000;

	private static final String REFERENCE = "reference";

	/** What pages ask for that take whatever stands in the address. */
	private static final List<String> ANYWHERE = List.of("q", "tab", "sort", "page", "lang", "whatever");

	private static final List<String> TEXTS = texts();

	private static final List<String> FEW = List.of(full("'"), full("<"), full("漢"), full("country:qq "), anything(7));

	private static final List<String> FEWEST = List.of(full("country:qq "), anything(7));

	/**
	 * What means something to somebody: to a page, an address, a form or the database.
	 */
	private static final List<String> MARKS = Stream
		.concat(FEW.stream(), Stream.of("[", ".", "%", "&;", "\\", "9", "-1 ").map(SmallQuestionsTests::full))
		.toList();

	@Autowired
	private Scene scene;

	@Autowired
	private MockMvc mvc;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping handlers;

	private final Map<String, Person> people = new LinkedHashMap<>();

	private PledgeReference reference;

	private int year;

	/** A page that can be asked for, and what it reads of the address. */
	private record Asked(String pattern, Set<String> parameters) {
	}

	@BeforeEach
	void a_desk_with_something_to_look_at() {
		year = scene.openCall(2034).value();
		Person member = scene.member("Kommune Oslo", "NO");
		reference = scene.underReview(member, "A pledge of Oslo", Map.of());
		people.put("anybody", null);
		people.put("member", member);
		people.put("reviewer", scene.reviewer("IOM"));
		people.put("coordinator", scene.coordinator());
	}

	@Test
	void no_parameter_of_any_page_makes_a_large_answer_of_a_small_question() throws Exception {
		List<String> tooMuch = new ArrayList<>();
		int pages = 0;
		for (Asked page : pages()) {
			boolean first = true;
			for (Map.Entry<String, Person> reader : people.entrySet()) {
				Answer plain = answered(plainly(address(page.pattern()), page.parameters().contains("tab")),
						reader.getValue());
				if (plain.status() != 200) {
					continue;
				}
				pages++;
				List<String> others = page.parameters().stream().filter(parameter -> !parameter.equals("q")).toList();
				if (page.parameters().contains("q")) {
					// Who else may read the page gets the same of it and some links more:
					// a few texts tell.
					for (String text : first ? TEXTS : FEWEST) {
						tooMuch.addAll(costs(asking(page, List.of("q"), text), reader, plain));
					}
				}
				// What is no search is read by few pages, and by none for long: all of it
				// at once, and one by one what a refusal of another would hide.
				for (String text : first && !others.equals(List.of("lang")) ? MARKS : FEWEST) {
					tooMuch.addAll(costs(asking(page, others, text), reader, plain));
				}
				for (String parameter : first && others.size() > 1 ? others : List.<String>of()) {
					tooMuch.addAll(costs(asking(page, List.of(parameter), anything(7)), reader, plain));
				}
				first = false;
			}
		}
		assertThat(pages).as("pages that somebody may read").isGreaterThan(40);
		assertThat(tooMuch).isEmpty();
	}

	@Test
	void no_step_of_any_path_makes_a_large_answer_of_a_small_question() throws Exception {
		List<String> tooMuch = new ArrayList<>();
		Set<String> tried = new LinkedHashSet<>();
		for (Asked page : pages()) {
			for (String variable : variables(page.pattern())) {
				tried.add(variable);
				for (Map.Entry<String, Person> reader : people.entrySet()) {
					for (String text : List.of(full("'"), anything(1))) {
						String path = Arrays.stream(page.pattern().split("/"))
							.map(step -> step.equals("{" + variable + "}") ? encoded(text).replace("+", "%20") : step)
							.reduce((one, other) -> one + "/" + other)
							.orElseThrow();
						tooMuch.addAll(costs(address(path), reader, new Answer(200, 0, 0)));
					}
				}
			}
		}
		assertThat(tried).contains(REFERENCE, "id", "year", "part");
		assertThat(tooMuch).isEmpty();
	}

	@Test
	void what_was_cut_is_said_and_the_page_still_works() throws Exception {
		MockHttpServletResponse answer = mvc.perform(get(URI.create("/pledges?q=" + full("a"))))
			.andReturn()
			.getResponse();

		assertThat(answer.getStatus()).isEqualTo(200);
		assertThat(answer.getContentAsString()).contains("Only its first 300 characters were used", "a".repeat(300))
			.doesNotContain("value=\"" + "a".repeat(301));
	}

	private String asking(Asked page, List<String> parameters, String text) {
		return address(page.pattern()) + parameters.stream()
			.map(parameter -> parameter + "=" + encoded(text))
			.collect(Collectors.joining("&", "?", ""));
	}

	private List<String> costs(String address, Map.Entry<String, Person> reader, Answer plain) throws Exception {
		Answer once = answered(address, reader.getValue());
		List<String> tooMuch = new ArrayList<>();
		String what = reader.getKey() + " at " + address.substring(0, Math.min(90, address.length()));
		if (once.status() >= 500) {
			tooMuch.add(what + " is answered with " + once.status());
		}
		if (once.bytes() > plain.bytes() + MOST_BYTES_MORE) {
			tooMuch.add("%s takes %,d bytes more".formatted(what, once.bytes() - plain.bytes()));
		}
		// Beside what the page takes anyway. Once is chance; what half of several exceed,
		// of both at this time, is the question.
		if (once.nanoseconds() > plain.nanoseconds() + MOST_NANOSECONDS
				&& median(address, reader.getValue()) > usual(address, reader.getValue()) + MOST_NANOSECONDS) {
			tooMuch.add("%s takes %,d ms of a processor".formatted(what, once.nanoseconds() / 1_000_000));
		}
		return tooMuch;
	}

	/**
	 * What the page takes when it is asked nothing; a path that is asked for has no such
	 * page.
	 */
	private long usual(String address, Person reader) throws Exception {
		int question = address.indexOf('?');
		return question < 0 ? 0
				: median(plainly(address.substring(0, question), address.indexOf("tab=", question) > 0), reader);
	}

	/**
	 * The largest of the lists that a page shows, where it shows several: what they hold
	 * is nothing that was asked.
	 */
	private static String plainly(String address, boolean lists) {
		return lists ? address + "?tab=all" : address;
	}

	private long median(String address, Person reader) throws Exception {
		List<Long> times = new ArrayList<>();
		for (int time = 0; time < 7; time++) {
			times.add(answered(address, reader).nanoseconds());
		}
		return LongStream.of(times.stream().mapToLong(Long::longValue).toArray())
			.sorted()
			.skip(3)
			.findFirst()
			.orElseThrow();
	}

	private record Answer(int status, int bytes, long nanoseconds) {
	}

	private Answer answered(String address, Person reader) throws Exception {
		MockHttpServletRequestBuilder request = get(URI.create(address));
		long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
		MockHttpServletResponse response = mvc.perform(reader == null ? request : request.with(Scene.by(reader)))
			.andReturn()
			.getResponse();
		long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
		return new Answer(response.getStatus(), response.getContentAsByteArray().length, worked);
	}

	private List<Asked> pages() {
		List<Asked> pages = new ArrayList<>();
		handlers.getHandlerMethods().forEach((info, handler) -> {
			if (asks(info)) {
				info.getPatternValues()
					.stream()
					.filter(pattern -> !pattern.startsWith("/error"))
					.forEach(pattern -> pages.add(new Asked(pattern, parameters(handler))));
			}
		});
		return pages;
	}

	private static boolean asks(RequestMappingInfo info) {
		Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
		return methods.isEmpty() || methods.contains(RequestMethod.GET);
	}

	private static Set<String> parameters(HandlerMethod handler) {
		Set<String> names = new LinkedHashSet<>();
		for (MethodParameter parameter : handler.getMethodParameters()) {
			parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
			RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
			Class<?> type = parameter.getParameterType();
			if (asked != null) {
				names.addAll(Map.class.isAssignableFrom(type) ? ANYWHERE
						: List.of(asked.name().isEmpty() ? parameter.getParameterName() : asked.name()));
			}
			else if (parameter.hasParameterAnnotation(ModelAttribute.class) || bound(type)) {
				names.addAll(fields(type));
			}
		}
		names.add("lang");
		return names;
	}

	/** A form that is bound without being told so. */
	private static boolean bound(Class<?> type) {
		return type.getName().startsWith("org.calltolocalaction") && type.isRecord() && !Person.class.equals(type)
				&& !Temporal.class.isAssignableFrom(type);
	}

	private static List<String> fields(Class<?> type) {
		Stream<String> components = type.isRecord()
				? Arrays.stream(type.getRecordComponents()).map(component -> component.getName()) : Stream.empty();
		return Stream
			.concat(components,
					Arrays.stream(BeanUtils.getPropertyDescriptors(type))
						.filter(property -> property.getWriteMethod() != null)
						.map(PropertyDescriptor::getName))
			.distinct()
			.toList();
	}

	private static List<String> variables(String pattern) {
		return Arrays.stream(pattern.split("/"))
			.filter(step -> step.startsWith("{") && step.endsWith("}"))
			.map(step -> step.substring(1, step.length() - 1))
			.toList();
	}

	/** The page as somebody has it who follows a link to it. */
	private String address(String pattern) {
		return pattern.replace("{reference}", reference.value())
			.replace("{year}", Integer.toString(year))
			.replace("{number}", "1")
			.replace("{part}", "pledge")
			.replace("{partner}", "IOM")
			.replaceAll("\\{[^}]+}", UUID.fromString("00000000-0000-4000-8000-000000000000").toString());
	}

	/**
	 * Every sign of a keyboard by itself and between others, and whatever else there is;
	 * of letters and figures, which no page tells apart, one of each kind.
	 */
	private static List<String> texts() {
		Stream<String> letters = IntStream.rangeClosed(' ', '~')
			.filter(sign -> !Character.isLetterOrDigit(sign) || "aA1".indexOf(sign) >= 0)
			.mapToObj(sign -> full(Character.toString(sign)));
		Stream<String> words = Stream.of("' ", "a:b ", "country:qq ", "due:9 ", "é:漢 ", "\"a\" ", "-a OR ")
			.map(SmallQuestionsTests::full);
		return Stream
			.concat(Stream.concat(letters, words), IntStream.range(0, 5).mapToObj(SmallQuestionsTests::anything))
			.toList();
	}

	private static String full(String text) {
		return text.repeat(LONGEST / encoded(text).length());
	}

	private static String anything(int seed) {
		Random random = new Random(seed);
		StringBuilder text = new StringBuilder();
		int sent = 0;
		while (sent < LONGEST - 12) {
			int letter = random.nextInt(Character.MAX_CODE_POINT + 1);
			if (Character.isDefined(letter)
					&& !(letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE)) {
				text.appendCodePoint(letter);
				sent += encoded(Character.toString(letter)).length();
			}
		}
		return text.toString();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
