package org.calltolocalaction.registry.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.calltolocalaction.coordination.Scene;
import org.calltolocalaction.coordination.WithoutProcess;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.pledges.PledgeReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@WithoutProcess
class SearchEnginesTests {

	private static final Pattern LOC = Pattern.compile("<loc>([^<]+)</loc>");

	@Autowired
	private Scene scene;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Sitemaps sitemaps;

	@Autowired
	private DeskProperties desk;

	private Person member;

	private PledgeReference pledge;

	@BeforeEach
	void a_published_pledge() {
		scene.openCall(2033);
		member = scene.member("Municipalidad de Ñuñoa", "CL");
		pledge = scene.included(member, "A “welcome” <desk>", Map.of("language", "es"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/pledges", "/pledges/search-help", "/reports", "/pledge-form", "/receipts/verify" })
	void every_public_page_says_what_it_is_where_it_is_and_where_it_is_in_the_other_languages(String path)
			throws Exception {
		String address = desk.addressOf(path).toString();
		for (String asked : List.of("", "?lang=fr")) {
			mvc.perform(get(path + asked))
				.andExpect(status().isOk())
				.andExpect(content().string(containsString("<meta name=\"description\" content=\"")))
				.andExpect(content().string(not(containsString("noindex"))))
				.andExpect(content().string(containsString("<link rel=\"canonical\" href=\"" + address + asked)))
				.andExpect(content().string(containsString("hreflang=\"es\" href=\"" + address + "?lang=es\"")))
				.andExpect(content().string(containsString("hreflang=\"x-default\" href=\"" + address + "\"")))
				.andExpect(content().string(containsString("<meta property=\"og:title\" content=\"")))
				.andExpect(content().string(containsString("<meta property=\"og:url\" content=\"" + address + asked)));
		}
	}

	@Test
	void a_link_is_shown_with_the_picture_of_the_desk() throws Exception {
		mvc.perform(get("/pledges?lang=fr"))
			.andExpect(content().string(containsString(
					"<meta property=\"og:image\" content=\"" + desk.addressOf("/assets/preview.png") + "\"")))
			.andExpect(content().string(containsString("<meta property=\"og:image:alt\" content=\"Un repère")));
		byte[] picture = mvc.perform(get("/assets/preview.png"))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsByteArray();

		BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));

		assertThat(image.getWidth()).isEqualTo(1200);
		assertThat(image.getHeight()).isEqualTo(630);
	}

	@Test
	void a_pledge_is_shown_with_its_title_and_its_first_words() throws Exception {
		mvc.perform(get("/pledges/" + pledge.value().toLowerCase() + "?lang=es&from=elsewhere"))
			.andExpect(content().string(containsString(
					"<meta property=\"og:title\" content=\"A “welcome” &lt;desk&gt; – Municipalidad de Ñuñoa\"")))
			.andExpect(content()
				.string(containsString("<meta name=\"description\" content=\"The city opens welcome centres.")))
			.andExpect(content().string(containsString("<meta property=\"og:type\" content=\"article\"")))
			.andExpect(content().string(containsString("<meta property=\"og:locale\" content=\"es_ES\"")))
			.andExpect(header().string("Link",
					"<" + desk.addressOf("/pledges/" + pledge + "?lang=es") + ">; rel=\"canonical\""));
	}

	@Test
	void what_was_searched_is_not_listed_and_pages_of_the_list_are() throws Exception {
		mvc.perform(get("/pledges?q=nunoa")).andExpect(content().string(containsString("noindex, follow")));
		mvc.perform(get("/pledges?q=&edition=2033&page=1"))
			.andExpect(content().string(not(containsString("noindex"))))
			.andExpect(header().string("Link", "<" + desk.addressOf("/pledges?edition=2033") + ">; rel=\"canonical\""));
		mvc.perform(get("/pledges?edition=abc")).andExpect(content().string(containsString("noindex")));
	}

	@Test
	void no_page_that_is_somebody_s_and_no_page_that_says_what_went_wrong_is_listed() throws Exception {
		for (String path : List.of("/my", "/my/profile")) {
			mvc.perform(get(path).with(Scene.by(member)))
				.andExpect(content().string(containsString("<meta name=\"robots\" content=\"noindex\">")))
				.andExpect(content().string(not(containsString("canonical"))));
		}
		mvc.perform(get("/sign-in")).andExpect(content().string(containsString("noindex")));
	}

	@Test
	void search_engines_are_told_where_not_to_look_and_which_pages_there_are() throws Exception {
		mvc.perform(get("/robots.txt"))
			.andExpect(status().isOk())
			.andExpect(content().contentTypeCompatibleWith("text/plain"))
			.andExpect(content().string(containsString("User-agent: *\nDisallow: /my\n")))
			.andExpect(content().string(containsString("Sitemap: " + desk.addressOf("/sitemap.xml"))));
		mvc.perform(get("/sitemap.xml"))
			.andExpect(status().isOk())
			.andExpect(content().contentTypeCompatibleWith("application/xml"))
			.andExpect(content().string(containsString("<loc>" + desk.addressOf("/pledges/" + pledge) + "</loc>")))
			.andExpect(content().string(containsString("<loc>" + desk.addressOf("/reports") + "</loc>")));
	}

	@Test
	void more_pledges_than_one_file_holds_stand_in_several_each_of_them_once() {
		scene.included(member, "A second pledge", Map.of());
		scene.included(member, "A third pledge", Map.of());
		PledgeReference kept = scene.included(member, "A quiet pledge", Map.of("consent", "NO"));

		List<String> files = addresses(written(out -> sitemaps.all(out, 2)));
		List<String> pledges = new ArrayList<>();
		for (String file : files.subList(1, files.size())) {
			String first = file.replaceFirst(".*/sitemap/(.+)\\.xml", "$1");
			pledges.addAll(addresses(written(out -> sitemaps.pledges(out, new PledgeReference(first), 2))));
		}

		assertThat(files.get(0)).isEqualTo(desk.addressOf("/sitemap/pages.xml").toString());
		assertThat(pledges).doesNotHaveDuplicates()
			.containsAll(addresses(written(out -> sitemaps.all(out, Sitemaps.MOST))).stream()
				.filter(address -> address.contains("/pledges/CLA-"))
				.toList())
			.contains(desk.addressOf("/pledges/" + pledge).toString())
			.doesNotContain(desk.addressOf("/pledges/" + kept).toString());
	}

	private interface Writing {

		void to(ByteArrayOutputStream out);

	}

	private static String written(Writing writing) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		writing.to(out);
		return out.toString(StandardCharsets.UTF_8);
	}

	private static List<String> addresses(String xml) {
		return LOC.matcher(xml).results().map(found -> found.group(1)).toList();
	}

}
