package org.calltolocalaction.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.testing.DeskTest;
import org.calltolocalaction.testing.Story;
import org.calltolocalaction.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * What coordinators open where an edition has ten and a hundred thousand pledges: every
 * page with figures, every order and every word of the lists, and the files, with the
 * memory that they need. At the end a table sets both beside each other. Some pages only:
 * {@code -Ddesk.benchmark.pages=overview|edition|late}, a regular expression.
 */
@DeskTest
@Import({ Guests.class, ManyPledges.class })
class CoordinationBenchmark {

	private static final int FEW = 10_000;

	private static final int MANY = 100_000;

	private static final int REQUESTS = 20;

	/** The machine does other things, too: the round that was disturbed least counts. */
	private static final int ROUNDS = 3;

	private static final int WARM_UP = 15;

	private static final Pattern OLDER = Pattern.compile("href=\"(/coordination/trail[^\"]*older[^\"]*)\"");

	@Autowired
	private Story story;

	@Autowired
	private Guests guests;

	@Autowired
	private ManyPledges pledges;

	private Visitor coordinator;

	private Person author;

	private int edition;

	/** In milliseconds, of each page, by how many pledges there were. */
	private final Map<String, Map<Integer, Double>> measured = new LinkedHashMap<>();

	@BeforeEach
	void a_coordinator() {
		edition = story.anOpenEdition().value();
		author = story.memberOf("Kampala");
		coordinator = guests.signedIn(story.coordinator());
	}

	@AfterEach
	void what_was_written_goes() {
		pledges.away();
	}

	@Test
	void looking_after_an_edition() throws InterruptedException {
		pledges.writeUpTo(1_000, edition, author);
		Map<String, String> all = pages();
		Map<String, String> pages = new LinkedHashMap<>(all);
		Pattern only = Pattern.compile(System.getProperty("desk.benchmark.pages", ""));
		pages.keySet().removeIf(page -> !only.matcher(page).find());
		pages.values().forEach(page -> Crowd.measures(1, WARM_UP, (person, time) -> coordinator.opens(page)));
		for (int many : new int[] { FEW, MANY }) {
			pledges.writeUpTo(many, edition, author);
			pages.forEach((what, page) -> measure(many, what, page));
			for (String page : List.of("overview", "edition", "list by waiting")) {
				Crowd.measures(8, REQUESTS, opens(all.get(page)))
					.print("edition of %,d, %s, eight at once".formatted(many, page), "as many as it can");
			}
			takeAlong(many);
		}
		sideBySide();
	}

	private Map<String, String> pages() {
		String here = "/coordination/editions/" + edition;
		Map<String, String> pages = new LinkedHashMap<>();
		pages.put("overview", "/coordination");
		pages.put("edition", here);
		pages.put("acts", here + "/acts");
		pages.put("not yet pledged", here + "/not-yet?section=LATAM");
		for (String order : List.of("waiting", "due", "submitted", "changed", "government", "title", "reference")) {
			pages.put("list by " + order, here + "/pledges?sort=" + order);
			pages.put("list by " + order + ", page 2,000", here + "/pledges?page=2000&sort=" + order);
		}
		for (String typed : List.of("state:under-review", "state:declined", "partner:MMC", "partner:any", "late:MMC",
				"late:any", "soon:MMC", "waiting:>14d", "waiting:<1d", "government:\"city 77\"",
				"submitted:>=2000-01-01", "time:in-grace", "time:late", "report:blocked", "report:missed",
				"mail:failed", "reviewer:none", "language:fr", "section:LATAM", "country:AR", "term0001",
				"term0001 term0010", "term0001 term0010 term0100", "term1499", "\"term0001 term0002\"", "-partner:IOM",
				"state:included late:any", "late:any section:AFRICA -partner:IOM", "country:AR OR language:es",
				"nothing")) {
			String word = URLEncoder.encode(typed, StandardCharsets.UTF_8);
			pages.put(typed, here + "/pledges?q=" + word);
			pages.put(typed + " by title", here + "/pledges?sort=title&q=" + word);
		}
		for (String order : List.of("waiting", "submitted", "government", "reference")) {
			pages.put("drafts by " + order, here + "/drafts?sort=" + order);
		}
		pages.put("drafts, page 2,000", here + "/drafts?page=2000");
		for (String typed : List.of("government:\"city 77\"", "waiting:>14d", "section:LATAM", "country:AR",
				"nothing")) {
			pages.put("drafts " + typed, here + "/drafts?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
		}
		pages.put("trail", "/coordination/trail");
		for (String typed : List.of("kind:pledge.accepted", "kind:edition.opened", "who:me", "who:site",
				"CLA-2999-000042", "day:>=2000-01-01", "kind:pledge.accepted who:me")) {
			pages.put("trail " + typed, "/coordination/trail?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
		}
		Matcher older = OLDER.matcher(coordinator.opens("/coordination/trail").text());
		if (older.find()) {
			pages.put("trail, older", older.group(1).replace("&amp;", "&"));
		}
		return pages;
	}

	private Crowd.Work opens(String address) {
		return (person, time) -> assertThat(coordinator.opens(address).status()).isEqualTo(200);
	}

	private void measure(int many, String what, String address) {
		Map<Integer, Double> here = measured.computeIfAbsent(what, absent -> new LinkedHashMap<>());
		for (int round = 0; round < ROUNDS; round++) {
			Figures figures = Crowd.measures(1, REQUESTS, opens(address));
			here.merge(many, figures.percentile(95), Math::min);
		}
	}

	private void takeAlong(int many) throws InterruptedException {
		for (String kind : List.of("csv", "xlsx")) {
			long begun = System.nanoTime();
			String address = "/coordination/editions/" + edition + "/pledges." + kind;
			long bytes = coordinator.takesAlong(address);
			long took = (System.nanoTime() - begun) / 1_000_000;
			long alive = LiveMemory.during(() -> coordinator.takesAlong(address));
			System.out.printf(Locale.ROOT, "FILE of %,d pledges, %s: %,d bytes in %,d ms, %,d kB alive at once%n", many,
					kind, bytes, took, alive / 1024);
		}
	}

	private void sideBySide() {
		System.out.printf(Locale.ROOT, "FIGURE %-44s %10s %10s %6s (asked: p95 200 ms, 1.5 times)%n", "page",
				"%,d".formatted(FEW), "%,d".formatted(MANY), "times");
		measured.forEach((page, p95) -> System.out.printf(Locale.ROOT, "FIGURE %-44s %7.1f ms %7.1f ms %6.2f%n", page,
				p95.get(FEW), p95.get(MANY), p95.get(MANY) / p95.get(FEW)));
	}

}
