package org.calltolocalaction.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.Scene;
import org.calltolocalaction.coordination.WithoutProcess;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What people type is text wherever it is read: no page takes it for its own. */
@WithoutProcess
class TypedMarkupTests {

	private static final String TITLE = "<b id=\"typed\">Homes</b> & <script>alert(1)</script> for all";

	/**
	 * What is drawn by compiled templates, which write text as text, and what authors of
	 * forms write, cleaned before; each has tests of its own.
	 */
	private static final Set<String> DRAWN = Set.of("forms/answers.html ${#forms.answers(summary)}",
			"forms/changes.html ${#forms.changes(changes)}", "forms/error-summary.html ${#forms.errorSummary(view)}",
			"forms/fields.html ${#forms.fields(view)}", "forms/printed.html ${#forms.printed(view)}",
			"layout/search.html ${suggestions}", "reviews/judging/criteria.html ${form.introduction}",
			"reviews/judging/criteria.html ${row.guidance}", "reviews/judging/judged.html ${#forms.answer(row.answer)}",
			"reviews/judging/judged.html ${#forms.notes(row.notes)}", "reviews/worklist/worklist.html ${page.lines}",
			"coordination/lists/pledges.html ${page.lines}");

	private static final Pattern AS_IT_IS = Pattern
		.compile("th:utext=\"([^\"]*)\"|(\\[\\(.*?\\)])|\\$unsafe\\{([^}]*)}");

	@Autowired
	private Scene scene;

	@Autowired
	private MockMvc mvc;

	@Test
	void only_what_was_drawn_before_is_written_into_a_page_as_it_is() throws IOException {
		assertThat(asItIs(Path.of("src/main/resources/templates"))).isEqualTo(DRAWN);
		// What authors of forms write, cleaned before.
		assertThat(asItIs(Path.of("src/main/jte"))).containsExactly("forms/words.jte item.html()");
	}

	private static Set<String> asItIs(Path templates) throws IOException {
		try (Stream<Path> files = Files.walk(templates)) {
			return files.filter(Files::isRegularFile)
				.flatMap(file -> AS_IT_IS.matcher(text(file))
					.results()
					.map(match -> templates.relativize(file) + " "
							+ Stream.of(match.group(1), match.group(2), match.group(3))
								.filter(Objects::nonNull)
								.findFirst()
								.orElseThrow()))
				.collect(Collectors.toSet());
		}
	}

	@Test
	void a_title_is_text_on_every_page_that_shows_it() throws Exception {
		int year = scene.openCall(2033).value();
		Person member = scene.member("Oslo <i>kommune</i>", "NO");
		PledgeReference open = scene.underReview(member, TITLE, Map.of());
		PledgeReference included = scene.included(member, TITLE, Map.of());
		Person reviewer = scene.reviewer("IOM");
		Person coordinator = scene.coordinator();

		shows(member, "/my", "/my/pledges/" + open, "/my/pledges/" + open + "/status",
				"/my/pledges/" + open + "/receipt", "/my/pledges/" + open + "/withdraw");
		shows(reviewer, "/reviews", "/reviews/" + open, "/reports/" + year);
		shows(coordinator, "/coordination/pledges/" + open, "/coordination/editions/" + year + "/pledges",
				"/reports/" + year);
		shows(null, "/pledges?q=" + included, "/pledges/" + included);
	}

	private void shows(Person reader, String... addresses) throws Exception {
		for (String address : addresses) {
			String page = mvc.perform(reader == null ? get(address) : get(address).with(Scene.by(reader)))
				.andReturn()
				.getResponse()
				.getContentAsString();
			assertThat(page).as(address)
				.doesNotContain("<b id=\"typed\"", "<script>alert", "<i>kommune")
				.containsAnyOf("&lt;b id=&quot;typed&quot;&gt;Homes", "&lt;b id=\"typed\"&gt;Homes",
						"&lt;b id=&#34;typed&#34;&gt;Homes");
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
