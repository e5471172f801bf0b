package org.calltolocalaction.kernel.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.calltolocalaction.testing.PaperReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** A page becomes a document that everybody can read, and nothing else does. */
class PaperPdfTests {

	private static final Instant AT = Instant.parse("2026-10-01T10:00:00Z");

	private static final String NOTE = "<p data-lacking-letters=\"yes\">A box stands for a letter.</p>";

	@Test
	void a_document_of_all_that_pages_have_keeps_the_standards() throws Exception {
		byte[] pdf = pdf(
				"""
						<div class="paper-top"><p>CLA-2026-0001</p></div><div class="paper-bottom"><p>The desk</p></div>
						<h1 dir="auto">التزام المدينة 2026</h1>
						<table class="facts"><tr><th scope="row">Code</th><td><code>0a1b</code></td></tr></table>
						<section><h2>Part</h2><dl><div><dt>Objectives</dt><dd><ul><li>One</li><li>Two</li></ul></dd></div>
						<div><dt>Website</dt><dd><a href="https://example.org/a?b=1&amp;c=2">example.org</a></dd></div></dl></section>
						<p><img src="picture:one" alt="A square" style="width: 40mm"></p>""",
				Map.of("one", picture()), List.of(new Enclosure("plan ñ.pdf", "application/pdf", "The plan",
						out -> out.write("the plan".getBytes(StandardCharsets.UTF_8)))));

		PaperReader read = PaperReader.of(pdf).keepsTheStandards().hasItsFontsInside();
		assertThat(read.title()).isEqualTo("A <title> & more");
		assertThat(read.language()).isEqualTo("fr");
		assertThat(read.text()).contains("CLA-2026-0001", "One", "Two", "example.org", "1 / 1");
		assertThat(read.pictures()).isEqualTo(1);
		assertThat(read.enclosed()).containsOnlyKeys("plan ñ.pdf");
		assertThat(read.enclosed().get("plan ñ.pdf")).asString().isEqualTo("the plan");
	}

	@Test
	void the_same_page_of_the_same_instant_is_the_same_bytes() throws IOException {
		assertThat(pdf("<h1>One</h1>")).isEqualTo(pdf("<h1>One</h1>"));
	}

	@Test
	void a_letter_that_no_font_has_is_a_box_and_the_page_says_so() throws Exception {
		PaperReader read = PaperReader.of(pdf("<p>সিলেট and 서울, Київ, Αθήνα</p>" + NOTE)).keepsTheStandards();

		assertThat(read.text()).contains("□□□ and □□, Київ, Αθήνα", "A box stands for a letter.");
		assertThat(PaperReader.of(pdf("<p>Zürich, Łódź, İstanbul, Hà Nội</p>" + NOTE)).text())
			.contains("Zürich, Łódź, İstanbul, Hà Nội")
			.doesNotContain("□", "A box");
	}

	@Test
	void signs_that_are_not_seen_are_no_boxes() throws IOException {
		assertThat(PaperReader.of(pdf("<p>soft\u00adhyphen a\u200db c\ufe0fd e\u0301</p>")).text()).doesNotContain("□");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<p><img src=\"%s/a.png\" alt=\"\"></p>", "<link rel=\"stylesheet\" href=\"%s/a.css\">",
			"<style>@import url(%s/a.css); p { background-image: url(%s/b.png) }</style>",
			"<p style=\"background-image: url('%s/b.png')\">x</p>", "<object data=\"%s/a\"></object>",
			"<iframe src=\"%s/a\"></iframe>", "<svg><image href=\"%s/a.png\"/></svg>" })
	void nothing_is_loaded_from_another_computer(String markup) throws IOException {
		try (ServerSocket other = new ServerSocket(0)) {
			other.setSoTimeout(50);

			byte[] pdf = pdf("<p>Words</p>" + markup.replace("%s", "http://localhost:" + other.getLocalPort()));

			assertThat(PaperReader.of(pdf).text()).contains("Words");
			assertThatThrownBy(other::accept).isInstanceOf(SocketTimeoutException.class);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "file:///etc/hostname", "classpath:application.properties",
			"data:image/png;base64,iVBORw0KGgo=", "jar:file:/a.jar!/b.png", "/etc/hostname", "a.png" })
	void nothing_is_loaded_from_this_computer(String address) throws IOException {
		PaperReader read = PaperReader.of(pdf("<p>Words</p><p><img src=\"" + address + "\" alt=\"a\"></p>"));

		assertThat(read.text()).contains("Words");
		assertThat(read.pictures()).isZero();
		assertThat(read.enclosed()).isEmpty();
	}

	@Test
	void a_word_without_end_stays_on_the_page() throws Exception {
		String word = "W".repeat(300);
		byte[] pdf = pdf("<h1>" + word + "</h1><table class=\"facts\"><tr><th scope=\"row\">A</th><td>" + word
				+ "</td></tr></table>");

		assertThat(PaperReader.of(pdf).keepsTheStandards().text().replace(" ", "")).containsSubsequence(word, word);
		assertThat(Margins.reached(pdf)).as("nothing is printed beyond the margin").isFalse();
	}

	@Test
	void scripts_and_forms_are_left_out() throws IOException {
		assertThat(
				PaperReader.of(pdf("<p>Words</p><script>app.alert(1)</script><form><input value=\"x\"></form>")).text())
			.contains("Words")
			.doesNotContain("alert");
	}

	private static byte[] pdf(String body) throws IOException {
		return pdf(body, Map.of(), List.of());
	}

	private static byte[] pdf(String body, Map<String, PaperPicture> pictures, List<Enclosure> enclosures)
			throws IOException {
		PaperPage page = new PaperPage("", "", "A <title> & more", Locale.FRENCH, AT, pictures, enclosures);
		String styles = new ClassPathResource("templates/layout/paper.css").getContentAsString(StandardCharsets.UTF_8);
		ByteArrayOutputStream pdf = new ByteArrayOutputStream();
		new PaperPdf(pictures)
			.write(PaperMarkup.of("<!DOCTYPE html><html><body>" + body + "</body></html>", page, styles), page, pdf);
		return pdf.toByteArray();
	}

	private static PaperPicture picture() throws IOException {
		ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(80, 80, BufferedImage.TYPE_INT_RGB), "jpeg", jpeg);
		return new PaperPicture(jpeg.toByteArray(), 80, 80);
	}

}
