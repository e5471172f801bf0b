package org.calltolocalaction.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.calltolocalaction.forms.Given.aFormFrom;
import static org.calltolocalaction.forms.Given.aFormOf;
import static org.calltolocalaction.forms.Given.english;
import static org.calltolocalaction.forms.Given.field;
import static org.calltolocalaction.forms.Given.formJson;
import static org.calltolocalaction.forms.Given.theFormWithEverything;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that are set into the texts of a form, and what becomes of markup. */
class TemplateTests {

	private static final Answers ANSWERS = Answers
		.of(Map.of("name", "Ana", "n", 2.50, "yes", true, "rows", List.of(Map.of("who", "Luz"), Map.of("who", "Eva"))));

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "Dear {{name}}! | Dear Ana!", "Dear {{ name }} | Dear Ana", "{{n}} and {{n * 2}} | 2.5 and 5",
					"{{yes}} {{nothing}} {{}}. | true  .", "={'a': name}.a | Ana", "=if yes then 'a' else 'b' | a",
					"{{#if yes}}yes{{/if}}{{#if not(yes)}}no{{/if}} | yes", "{{#if n}}only what is true{{/if}}. | .",
					"{{#loop rows}}{{who}} of {{name}} {{parent.n}}, {{/loop}}. | Luz of Ana 2.5, Eva of Ana 2.5, .",
					"{{#loop [1,2]}}{{#if this > 1}}<{{this}}>{{/if}}{{/loop}} | <2>",
					"{{#loop rows}}{{this.who}}{{/loop}} | LuzEva", "{{_this_.name}} {{count(rows)}} | Ana 2",
					"{{for r in rows return r.who}} | Luz, Eva", "one } and two { stay | one } and two { stay", })
	void a_template_says(String template, String text) {
		assertThat(hint(template.replace('\'', '’'))).isEqualTo(text);
	}

	@Test
	void of_several_lines_a_label_shows_the_first() {
		assertThat(hint("{{name}}\\nand more")).isEqualTo("Ana");
	}

	@Test
	void a_translation_is_a_template_too_and_a_broken_one_names_its_language() {
		String json = formJson(field("textfield", "name", ""));
		FormDefinition form = aFormFrom(json, Map.of("es", Map.of("name.label", "Hola {{name}}")));
		assertThat(Rendering.toFillIn(form, ANSWERS, List.of(), Given.in(Given.SPANISH))).contains("Hola Ana");
		assertThatThrownBy(() -> aFormFrom(json, Map.of("es", Map.of("name.label", "Hola {{name"))))
			.isInstanceOf(BrokenForm.class)
			.hasMessage("forms/test.form, component 'name': label in the language 'es' opens {{ and does not "
					+ "close it");
	}

	@Test
	void every_kind_of_text_wants_its_translation() {
		assertThat(theFormWithEverything().textKeys())
			.contains("welcome.text", "sum.content", "overview.label", "overview.columns.who", "people.label",
					"people.row", "people.add", "people.remove", "people.hint", "role.values.GUEST", "lists.label",
					"stay.label", "budget.prefixAdorner", "budget.suffixAdorner", "opens.timeLabel",
					"meeting.dateLabel", "meeting.timeLabel", "initial.name", "name.description")
			.doesNotContain("chair.values", "line.label", "total.label");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "**bold** | <p class='govuk-body'><strong>bold</strong></p>",
					"# Title | <h3 class='govuk-heading-m'>Title</h3>",
					"### Third | <h5 class='govuk-heading-s'>Third</h5>", "a\\nb | <p class='govuk-body'>a<br>~b</p>",
					"* one | <ul class='govuk-list govuk-list--bullet'>~<li>one</li>~</ul>",
					"[l](javascript:alert(1)) | <p class='govuk-body'><a class='govuk-link'>l</a></p>",
					"[l](/my) | <p class='govuk-body'><a href='/my' class='govuk-link'>l</a></p>",
					"[l](#name) | <p class='govuk-body'><a href='#name' class='govuk-link'>l</a></p>",
					"![i](https://example.org/i.png) | <p class='govuk-body'></p>",
					"<b id=x class=y style=z>b</b> | <p class='govuk-body'><b>b</b></p>",
					"<script>alert(1)</script> | ''",
					"> wise | <blockquote class='govuk-inset-text'>~<p class='govuk-body'>wise</p>~</blockquote>", })
	void markdown_becomes_harmless_html(String markdown, String html) {
		FormDefinition form = aFormOf("{'type':'text','id':'t','text':'" + markdown + "'}");
		FormView.Words words = (FormView.Words) form.view(ANSWERS, List.of(), english())
			.sections()
			.get(0)
			.items()
			.get(0);
		assertThat(words.html().strip().replace('"', '\'')).isEqualTo(html.replace("''", "").replace('~', '\n'));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "<h1>a</h1> | <h3 class='govuk-heading-m'>a</h3>",
					"<iframe src=x></iframe><p onclick=y>a | <p class='govuk-body'>a</p>",
					"<form><input name=version><p>a</p></form> | <p class='govuk-body'>a</p>",
					"<style>p{}</style><svg onload=a><p>b | <p class='govuk-body'>b</p>",
					"<a href=https://example.org target=_blank>a</a> | <a href='https://example.org' class='govuk-link'"
							+ " rel='noopener'>a</a>",
					"<p lang=fr>{{text}}</p> | <p lang='fr' class='govuk-body'>&lt;b&gt; &amp; ’</p>", })
	void html_is_cleaned_and_answers_in_it_are_words(String content, String html) {
		FormDefinition form = aFormOf("{'type':'html','id':'t','content':'" + content + "'}",
				field("textfield", "text", ""));
		FormView.Words words = (FormView.Words) form.view(Answers.of(Map.of("text", "<b> & ’")), List.of(), english())
			.sections()
			.get(0)
			.items()
			.get(0);
		assertThat(words.html().strip().replace('"', '\'')).isEqualTo(html);
	}

	private static String hint(String template) {
		String json = formJson(field("textfield", "name", ""), field("number", "n", ""), field("checkbox", "yes", ""),
				"{'type':'dynamiclist','id':'rows','label':'Rows','path':'rows','isRepeating':true,'components':["
						+ field("textfield", "who", "") + "]}",
				field("textfield", "asked", "'description':'" + template + "'"))
			.replace("’", "\\\"");
		FormDefinition form = aFormFrom(json, Map.of());
		return ((FormView.TextBox) form.view(ANSWERS, List.of(), english()).sections().get(0).items().get(4)).frame()
			.hint();
	}

}
