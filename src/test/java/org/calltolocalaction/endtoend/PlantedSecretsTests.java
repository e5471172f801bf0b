package org.calltolocalaction.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.calltolocalaction.coordination.Scene.by;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.drafting.SaveDraft;
import org.calltolocalaction.reviews.discussion.DiscussPledge;
import org.calltolocalaction.reviews.remarks.NewRemark;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.EngineJobs;
import org.calltolocalaction.testing.EveryHandler;
import org.calltolocalaction.testing.EveryHandler.Handler;
import org.calltolocalaction.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Words that stand nowhere else are planted wherever people write something that is not
 * for everybody; then everybody reads whatever the desk has to show them, follows its
 * links and downloads, and searches for the words.
 */
@DeskTest
class PlantedSecretsTests {

	private static final int MOST_PAGES = 150;

	private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");

	private static final String CONTACT = "contact";

	private static final String DRAFT = "draft";

	private static final String INTERNAL_NOTE = "internal note";

	private static final String COMMENT_TO_CITY = "comment to the city";

	private static final String REMARK = "remark";

	private static final String COLLEAGUE = "colleague";

	private static final String SUBMITTED = "submitted";

	private static final String PUBLISHED = "published";

	@Autowired
	private Story story;

	@Autowired
	private EngineJobs jobs;

	@Autowired
	private SaveDraft save;

	@Autowired
	private DiscussPledge discuss;

	@Autowired
	private WebApplicationContext desk;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mapping;

	private MockMvc mvc;

	private EditionYear year;

	private Person member;

	private PledgeReference draft;

	private PledgeReference underReview;

	private PledgeReference published;

	private final Map<String, String> planted = new LinkedHashMap<>();

	@BeforeEach
	void words_that_stand_nowhere_else() {
		mvc = MockMvcBuilders.webAppContextSetup(desk).apply(springSecurity()).build();
		year = story.anOpenEdition();
		member = story.memberOf("Kampala");
		planted.put(COLLEAGUE, story.colleagueOf(member).email());
		draft = story.aDraftBy(member);
		save(draft, planted(DRAFT), planted(CONTACT + " of the draft"));
		underReview = story.aDraftBy(member);
		save(underReview, planted(SUBMITTED), planted(CONTACT));
		story.submit(underReview, member);
		jobs.run(underReview);
		story.judges("UCLG", underReview,
				Story.review("UCLG", "APPROVE")
					.with("internalNote", planted(INTERNAL_NOTE))
					.with("commentToCity", planted(COMMENT_TO_CITY)));
		published = story.aDraftBy(member);
		save(published, planted(PUBLISHED), planted(CONTACT + " of the published"));
		story.submit(published, member);
		jobs.run(published);
		story.allJudge(published, "APPROVE");
		Person judge = story.reviewer("UCLG", "Judge");
		discuss.write(underReview, new NewRemark(planted(REMARK), List.of(), UUID.randomUUID()), judge);
	}

	@Test
	void the_public_reads_what_is_published_and_nothing_else() throws Exception {
		assertThat(readBy(null)).containsExactlyInAnyOrder(PUBLISHED);
	}

	@Test
	void a_member_of_another_government_reads_what_the_public_reads() throws Exception {
		assertThat(readBy(story.memberOf("Quito"))).containsExactlyInAnyOrder(PUBLISHED);
	}

	@Test
	void a_member_reads_their_own_and_no_word_of_a_review_before_its_outcome() throws Exception {
		assertThat(readBy(member)).contains(DRAFT, SUBMITTED, PUBLISHED, CONTACT, COLLEAGUE)
			.doesNotContain(INTERNAL_NOTE, COMMENT_TO_CITY, REMARK);
	}

	@Test
	void a_reviewer_reads_no_contact_no_draft_and_no_judgement_of_others_before_their_own() throws Exception {
		assertThat(readBy(story.reviewer("MMC", "Rosa" + UUID.randomUUID()))).containsExactlyInAnyOrder(SUBMITTED,
				PUBLISHED, REMARK);
	}

	@Test
	void a_reviewer_of_the_partner_reads_what_the_partner_wrote() throws Exception {
		assertThat(readBy(story.lead("UCLG", "Lea" + UUID.randomUUID()))).containsExactlyInAnyOrder(SUBMITTED,
				PUBLISHED, REMARK, INTERNAL_NOTE, COMMENT_TO_CITY);
	}

	@Test
	void a_coordinator_reads_all_but_drafts() throws Exception {
		assertThat(readBy(story.coordinator()))
			.contains(SUBMITTED, PUBLISHED, REMARK, INTERNAL_NOTE, COMMENT_TO_CITY, CONTACT,
					CONTACT + " of the published")
			.doesNotContain(DRAFT, CONTACT + " of the draft");
	}

	private String planted(String where) {
		return planted.computeIfAbsent(where, name -> "w" + UUID.randomUUID().toString().replace("-", ""));
	}

	private void save(PledgeReference reference, String words, String contact) {
		Answers answers = Story.completeAnswers()
			.with("summary", words + " " + "What the city does. ".repeat(20))
			.with("contactName", contact)
			.with("contactEmail", contact.substring(0, 20) + "@example.org");
		save.save(reference, new SaveDraft.Change(story.pledge(reference).draftVersion(), UUID.randomUUID(), answers,
				List.of("summary", "contactName", "contactEmail")), member);
	}

	/** Where the words that the person came upon had been planted. */
	private Set<String> readBy(Person person) throws Exception {
		Deque<String> open = new ArrayDeque<>(addresses());
		Set<String> seen = new LinkedHashSet<>(open);
		Set<String> read = new TreeSet<>();
		int pages = 0;
		while (!open.isEmpty() && pages < MOST_PAGES) {
			MockHttpServletResponse answer = answered(open.remove(), person);
			pages += answer.getStatus() == 200 ? 1 : 0;
			String text = text(answer);
			planted.forEach((where, words) -> {
				if (text.contains(words)) {
					read.add(where);
				}
			});
			for (String link : links(text)) {
				if (leadsToTheirs(link) && seen.add(link)) {
					open.add(link);
				}
			}
			String to = answer.getHeader("Location");
			if (to != null && to.startsWith("/") && seen.add(to)) {
				open.add(to);
			}
		}
		assertThat(pages).isGreaterThan(5);
		return read;
	}

	/**
	 * All pages there are, for each of the pledges, and all that can be searched for the
	 * words.
	 */
	private List<String> addresses() {
		Set<String> addresses = new LinkedHashSet<>();
		for (Handler handler : EveryHandler.of(mapping)) {
			if (handler.method() == RequestMethod.GET && !handler.pattern().equals("/error")) {
				for (PledgeReference reference : List.of(draft, underReview, published)) {
					addresses.add(handler.pattern()
						.replace("{reference}", reference.value())
						.replace("{year}", year.businessKey())
						.replace("{part}", "contact")
						.replace("{partner}", "UCLG")
						.replace("{number}", "1")
						.replace("{account}", member.id().value().toString())
						.replaceAll("\\{\\w+}", UUID.randomUUID().toString()));
				}
			}
		}
		for (String words : planted.values()) {
			// Not what was typed, which the page says again, but what it found is looked
			// at.
			addresses.add("/pledges?q=-" + words.substring(0, 4));
			addresses.add("/reviews?tab=all&q=" + words.substring(0, 12));
			addresses.add("/my/government?q=" + words.substring(0, 12));
		}
		return List.copyOf(addresses);
	}

	private boolean leadsToTheirs(String link) {
		return List.of(draft, underReview, published).stream().anyMatch(reference -> link.contains(reference.value()))
				|| link.contains(year.businessKey());
	}

	private static Set<String> links(String text) {
		Matcher links = LINK.matcher(text);
		return links.results()
			.map(link -> link.group(1).replace("&amp;", "&"))
			.filter(link -> !link.contains("lang="))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private MockHttpServletResponse answered(String address, Person person) throws Exception {
		MockHttpServletRequestBuilder request = get(address).locale(Locale.ENGLISH);
		return mvc.perform(person == null ? request : request.with(by(person))).andReturn().getResponse();
	}

	// Downloads are read as what is in them.
	private static String text(MockHttpServletResponse answer) throws IOException {
		byte[] bytes = answer.getContentAsByteArray();
		if (bytes.length < 2 || bytes[0] != 'P' || bytes[1] != 'K') {
			return new String(bytes, StandardCharsets.UTF_8);
		}
		StringBuilder text = new StringBuilder();
		try (ZipFile archive = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
			for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
				text.append(new String(archive.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return text.toString();
	}

}
