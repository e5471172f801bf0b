package org.calltolocalaction.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.calltolocalaction.forms.FeelExpressions;
import org.calltolocalaction.forms.FormDefinitions;
import org.calltolocalaction.forms.LongForm;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * The page of one part of a draft that asks sixty questions, with eight members at once,
 * each of another government.
 */
@DeskTest
@Import({ SectionPageBenchmark.SixtyQuestions.class, Guests.class })
class SectionPageBenchmark {

	private static final int MEMBERS = 8;

	private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");

	/** The pledge's form with one part more. */
	@TestConfiguration(proxyBeanMethods = false)
	static class SixtyQuestions {

		@Bean
		@Primary
		FormDefinitions longForms(FeelExpressions feel) {
			return LongForm.beside(feel);
		}

	}

	@Autowired
	private Story story;

	@Autowired
	private Guests guests;

	private final List<Visitor> members = new ArrayList<>();

	private final List<String> pages = new ArrayList<>();

	@BeforeEach
	void eight_members_are_at_their_drafts() {
		story.anOpenEdition();
		for (int number = 0; number < MEMBERS; number++) {
			Person member = story.memberOf("City " + number);
			PledgeReference draft = story.aDraftBy(member);
			members.add(guests.signedIn(member));
			pages.add("/my/pledges/" + draft + "/sections/" + LongForm.PART);
		}
	}

	@Test
	void opening_the_page() {
		Crowd.Work opens = (person, time) -> assertThat(members.get(person).opens(pages.get(person)).status())
			.isEqualTo(200);
		String page = members.get(0).opens(pages.get(0)).text();
		assertThat(page).contains("question60");
		System.out.printf("A page has %,d characters%n", page.length());
		Crowd.measures(MEMBERS, 300, opens);
		// The compiler goes on working for most of a minute after the first thousands of
		// pages.
		Crowd.measures(MEMBERS, 40, Duration.ofSeconds(1), opens);

		Crowd.measures(MEMBERS, 60, Duration.ofSeconds(1), opens)
			.print("page of a part with 60 questions, 8 members a second apart", "p95 50 ms");
		Crowd.measures(MEMBERS, 300, opens)
			.print("page of a part with 60 questions, 8 members without a pause", "p95 50 ms");
	}

	@Test
	void saving_by_itself() {
		List<String> versions = new ArrayList<>(members.stream().map(member -> "1").toList());
		List<String> tabs = members.stream().map(member -> UUID.randomUUID().toString()).toList();
		for (int number = 0; number < MEMBERS; number++) {
			members.get(number).opens(pages.get(number));
		}
		Crowd.Work saves = (person, time) -> {
			Map<String, String> typed = new HashMap<>();
			for (int question = 1; question <= LongForm.QUESTIONS; question += 4) {
				typed.put("question" + question, "Typed for the " + time + "th time");
			}
			typed.put("version", versions.get(person));
			typed.put("page", tabs.get(person));
			Visitor.Page saved = members.get(person).sends(pages.get(person) + "/autosave", typed);
			Matcher version = VERSION.matcher(saved.text());
			assertThat(version.find()).as(saved.text()).isTrue();
			versions.set(person, version.group(1));
		};
		Crowd.measures(MEMBERS, 100, saves);

		Crowd.measures(MEMBERS, 200, saves).print("autosave of 60 questions, 8 members at once", "nothing");
	}

}
