package org.calltolocalaction.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.calltolocalaction.forms.Given.aFormAsWritten;
import static org.calltolocalaction.forms.Given.aFormFrom;
import static org.calltolocalaction.forms.Given.aFormOf;
import static org.calltolocalaction.forms.Given.field;
import static org.calltolocalaction.forms.Given.formJson;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stops the start, and what the start then says. */
class FormSourceTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			"{'type':'wizard','id':'a'} | the type 'wizard' is unknown",
			"{'type':'image','id':'a'} | the type 'image' is not supported: pages load nothing from elsewhere",
			"{'type':'iframe','id':'a'} | the type 'iframe' is not supported: pages show nothing from elsewhere",
			"{'type':'button','id':'a'} | the type 'button' is not supported: the page has its own buttons",
			"{'type':'textfield','id':'a','key':'a'} | label is missing",
			"{'type':'datetime','id':'a','key':'a','label':'A'} | dateLabel is missing",
			"{'type':'datetime','id':'a','key':'a','subtype':'time','dateLabel':'A'} | timeLabel is missing",
			"{'type':'textfield','id':'a','label':'A'} | key is missing",
			"{'type':'textfield','id':'a','key':'a b','label':'A'} | 'a b' cannot be a key",
			"{'type':'textfield','id':'a','key':'this','label':'A'} | 'this' cannot be a key",
			"{'type':'textfield','id':'a','key':'b.0','label':'A'} | 'b.0' cannot be a key",
			"{TEXT,'validate':{'minlength':1}} | unknown constraint minlength",
			"{TEXT,'validate':{'maxLength':'=3 +'}} | maxLength is not FEEL",
			"{TEXT,'validate':{'maxLength':'three'}} | maxLength must be a number",
			"{TEXT,'validate':{'pattern':'['}} | no regular expression",
			"{TEXT,'validate':{'validationType':'zip'}} | the validationType 'zip' is unknown",
			"{TEXT,'properties':{'maxchoices':'3'}} | unknown custom property maxchoices",
			"{TEXT,'properties':{'maxChoices':'3'}} | unknown custom property maxChoices",
			"{TEXT,'properties':{'audience':'all'}} | public, partners or government, or several of them with commas between, but is 'all'",
			"{TEXT,'properties':{'audience':'members'}} | but is 'members'",
			"{TEXT,'properties':{'audience':'partners, reviewers'}} | but is 'partners, reviewers'",
			"{TEXT,'properties':{'audience':'partners government'}} | but is 'partners government'",
			"{TEXT,'properties':{'audience':'Public'}} | but is 'Public'",
			"{TEXT,'properties':{'audience':'partners,'}} | but is 'partners,'",
			"{TEXT,'properties':{'audience':''}} | but is ''",
			"{TEXT,'properties':{'audience':true}} | audience must be a string",
			"{TEXT,'properties':{'width':'wide'}} | one of GOV.UK's",
			"{TEXT,'properties':{'requiredWhen':'b'}} | must begin with =",
			"{TEXT,'properties':{'upload':'pictures','maxFiles':'1'}} | upload must be files, but is 'pictures'",
			"{TEXT,'properties':{'upload':'files'}} | maxFiles must say how many files can be uploaded",
			"{TEXT,'properties':{'upload':'files','maxFiles':'21'}} | at most 20",
			"{TEXT,'properties':{'upload':'files','maxFiles':'1','accept':'image/*'}} | accept must be extensions",
			"{TEXT,'properties':{'upload':'files','maxFiles':'1','width':'20'}} | unknown custom property width",
			"{TEXT,'properties':{'upload':'files','maxFiles':'1'},'validate':{'maxLength':1}} | unknown constraint maxLength",
			"{ROWS,'path':'p','isRepeating':true,'components':[{'type':'textfield','id':'b','key':'b','label':'B','properties':{'upload':'files','maxFiles':'1'}}]} | files cannot be asked for in rows",
			"{TEXT,'conditional':{'hide':'=a = = b'}} | conditional.hide is not FEEL",
			"{TEXT,'conditional':{'hide':'=matches(a, b)'}} | uses matches()",
			"{TEXT,'conditional':{'show':'=a'}} | unknown condition show",
			"{TEXT,'readonly':'=a = = b'} | readonly is not FEEL", "{TEXT,'readonly':'a'} | readonly must begin with =",
			"{TEXT,'disabled':'=a'} | disabled must be true or false",
			"{'type':'textfield','id':'a','key':'a','label':'=b = = c'} | label is not FEEL",
			"{TEXT,'description':'Dear {{name'} | description opens {{ and does not close it",
			"{TEXT,'description':'{{#if a}}b'} | description opens {{#if and does not close it",
			"{TEXT,'description':'b{{/if}}'} | description closes {{/if}}, which is not open",
			"{TEXT,'description':'{{#each a}}b{{/each}}'} | known are #if and #loop",
			"{TEXT,'description':'{{a +}}'} | description is not FEEL",
			"{TEXT,'appearance':{'icon':'b'}} | unknown member of appearance icon",
			"{TEXT,'layout':{'row':'r','columns':17}} | between 2 and 16, but is 17",
			"{TEXT,'defaultValue':true} | defaultValue is nothing that could be answered here: true",
			"{TEXT,'colour':'red'} | unknown member colour",
			"{DATE,'subtype':'month'} | the subtype 'month' is unknown",
			"{DATE,'subtype':'datetime','timeInterval':0} | timeInterval must be between 1 and 720",
			"{DATE,'subtype':'datetime','timeSerializingFormat':'utc'} | must be no_timezone, utc_offset or",
			"{DATE,'properties':{'notBefore':'b'}} | names no date of this form: b",
			"{'type':'number','id':'a','key':'a','label':'A','increment':0} | increment must be more than nothing",
			"{'type':'number','id':'a','key':'a','label':'A','validate':{'min':'=1 +'}} | min is not FEEL",
			"{'type':'checklist','id':'a','key':'a','label':'A'} | either from values, from a valuesKey or",
			"{LIST,'valuesKey':'s','valuesExpression':'=t'} | either from values, from a valuesKey or",
			"{LIST,'valuesExpression':'=[1'} | valuesExpression is not FEEL",
			"{LIST,'valuesKey':'s','properties':{'maxChoices':'0'}} | must be a count",
			"{RADIO,'values':[OPTION,OPTION]} | stands twice",
			"{'type':'text','id':'a','text':'A','properties':{'requireOneOf':'b'}} | no field of this form: b",
			"{'type':'text','id':'a'} | text is missing", "{'type':'html','id':'a','text':'A'} | unknown member text",
			"{'type':'html','id':'a','content':'{{b +}}'} | content is not FEEL",
			"{'type':'group','id':'a','components':[]} | label is missing",
			"{ROWS,'path':'','isRepeating':true} | path is missing",
			"{ROWS,'path':'i','isRepeating':true} | 'i' cannot be a key",
			"{ROWS,'path':'p','isRepeating':true,'defaultRepetitions':101} | must be between 0 and 100",
			"{ROWS,'path':'p','isRepeating':true,'rows':1} | unknown member rows",
			"{'type':'expression','id':'a','key':'a'} | expression is missing",
			"{'type':'expression','id':'a','key':'a','expression':'1'} | expression must begin with =",
			"{'type':'expression','id':'a','key':'a','expression':'=1 +'} | expression is not FEEL",
			"{'type':'expression','id':'a','key':'a','expression':'=1','computeOn':'save'} | change or presubmit",
			"{TABLE} | columns come either from columns or from a columnsExpression",
			"{TABLE,'columns':[{'key':'b'}]} | label is missing",
			"{TABLE,'columns':[{'key':'b','label':'B'},{'key':'b','label':'B'}]} | a column stands twice",
			"{TABLE,'columnsExpression':'=['} | columnsExpression is not FEEL",
			"{'type':'table','id':'a','label':'A','dataSource':'b','columns':[{'key':'b','label':'B'}]} | dataSource must begin with =",
			"{'type':'spacer','id':'a','height':-1} | height must not be less than nothing",
			"{'type':'separator','id':'a','height':1} | unknown member height",
			"{'type':'textfield','id':'1','key':'a','label':'A'} | an id is letters", })
	void a_broken_component_stops_the_start_and_is_named_with_its_file_and_the_reason(String component, String reason) {
		String id = component.contains("'id':'1'") ? "1" : "a";
		String whole = component.replace("TEXT", "'type':'textfield','id':'a','key':'a','label':'A'")
			.replace("RADIO", "'type':'radio','id':'a','key':'a','label':'A'")
			.replace("LIST", "'type':'checklist','id':'a','key':'a','label':'A'")
			.replace("OPTION", "{'label':'A','value':'A'}")
			.replace("ROWS", "'type':'dynamiclist','id':'a','label':'A'")
			.replace("TABLE", "'type':'table','id':'a','label':'A','dataSource':'=b'")
			.replace("DATE", "'type':'datetime','id':'a','key':'a','dateLabel':'A'");
		assertThatThrownBy(() -> aFormOf(whole)).isInstanceOf(BrokenForm.class)
			.hasMessageStartingWith("forms/test.form, component '" + id + "': ")
			.hasMessageContaining(reason);
	}

	@Test
	void ids_and_places_are_used_once() {
		String a = field("textfield", "a", "");
		assertThatThrownBy(() -> aFormOf(a, a)).hasMessageContaining("this id stands twice");
		String sameKey = "{'type':'textfield','id':'b','key':'a','label':'B'}";
		assertThatThrownBy(() -> aFormOf(a, sameKey)).hasMessageContaining("component 'b'")
			.hasMessageContaining("at 'a'");
		String inside = "{'type':'textfield','id':'b','key':'a.b','label':'B'}";
		assertThatThrownBy(() -> aFormOf(a, inside)).hasMessageContaining("at 'a.b', where that of 'a' stands");
		String group = "{'type':'group','id':'g','label':'G','components':["
				+ "{'type':'textfield','id':'f','key':'g','label':'F'}]}";
		assertThatThrownBy(() -> aFormOf(group)).hasMessageContaining("same as this group's id");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "'schemaVersion':16 | 'schemaVersion':17 | schemaVersion must be 16, but is 17",
					"'schemaVersion':16, | '' | is not JSON",
					"'type':'default' | 'type':'custom' | type must be 'default'",
					"'id':'test' | 'id':'other' | must be the name of its file",
					"'executionPlatform':'Camunda Platform' | 'executionPlatform':'' | executionPlatform is missing",
					"'components':[] | 'componets':[] | unknown member componets",
					"'components':[] | 'components':{} | components must be a list", })
	void a_broken_root_stops_the_start_too(String right, String wrong, String reason) {
		String json = formJson().replace(right.replace('\'', '"'), wrong.replace('\'', '"'));
		assertThatThrownBy(() -> aFormFrom(json, Map.of())).isInstanceOf(BrokenForm.class)
			.hasMessageStartingWith("forms/test.form: ")
			.hasMessageContaining(reason);
	}

	@Test
	void a_text_that_is_not_translated_is_shown_in_english() {
		FormDefinition form = aFormFrom(formJson(field("textfield", "city", "'description':'Where it is'")),
				Map.of("es", Map.of("city.label", "La ciudad")));
		FormView.TextBox box = (FormView.TextBox) form.view(Answers.empty(), List.of(), Given.in(Given.SPANISH))
			.sections()
			.get(0)
			.items()
			.get(0);
		assertThat(box.frame().label()).isEqualTo("La ciudad");
		assertThat(box.frame().hint()).isEqualTo("Where it is");
	}

	@Test
	void alternatives_and_audiences_of_a_group_hold_for_what_is_in_it() {
		FormDefinition form = aFormOf("{'type':'group','id':'g','label':'G',"
				+ "'properties':{'audience':'government','requireOneOf':'a, b'},'components':["
				+ field("textfield", "a", "") + "," + field("textfield", "b", "") + "]}");
		assertThat(Given.sentences(form.validate(Answers.empty(), Given.english()), Locale.ENGLISH))
			.containsExactly("a: Answer at least one of these: The a; The b");
		assertThat(form.validate(Answers.of(Map.of("b", "x")), Given.english()).isValid()).isTrue();
		Answers answers = Answers.of(Map.of("a", "x", "b", "y"));
		assertThat(form.summary(answers, Given.english(), Reader.PUBLIC).sections()).isEmpty();
		assertThat(form.summary(answers, Given.english(), Reader.AUTHOR).sections()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'type':'textfield','id':'x','key':'x','label':'X'}",
			"{'type':'textfield','id':'x','key':'x','label':'X','properties':{'name':'Ex'}}",
			"{'type':'textfield','id':'x','key':'x','label':'X','properties':{'upload':'files','maxFiles':'1'}}",
			"{'type':'checkbox','id':'x','key':'x','label':'X','disabled':true}",
			"{'type':'datetime','id':'x','key':'x','dateLabel':'X','conditional':{'hide':'=true'}}",
			"{'type':'expression','id':'x','key':'x','expression':'=1 + 1'}",
			"{'type':'dynamiclist','id':'x','path':'x','label':'X','isRepeating':true,'components':[]}",
			"{'type':'group','id':'g','label':'G','components':[{'type':'number','id':'x','key':'x','label':'X'}]}",
			"{'type':'dynamiclist','id':'g','label':'G','components':[{'type':'number','id':'x','key':'x','label':'X'}]}",
			"{'type':'group','id':'g','label':'G','properties':{'audience':'public'},'components':[]},"
					+ "{'type':'textarea','id':'x','key':'x','label':'X'}" })
	void what_would_show_an_answer_and_does_not_say_to_whom_stops_the_start(String components) {
		assertThatThrownBy(() -> aFormAsWritten(formJson(components), Map.of())).isInstanceOf(BrokenForm.class)
			.hasMessageStartingWith("forms/test.form, component 'x': audience is missing")
			.hasMessageContaining("public, partners or government");
	}

	@Test
	void what_shows_no_answer_needs_no_audience() {
		assertThat(aFormAsWritten(formJson("{'type':'text','id':'t','text':'Read this'}",
				"{'type':'separator','id':'s'}",
				"{'type':'group','id':'g','label':'G','components':["
						+ "{'type':'textfield','id':'a','key':'a','label':'A','properties':{'audience':'partners'}}]}"),
				Map.of())
			.audiences()).containsOnlyKeys("a");
	}

	@Test
	void an_audience_is_that_of_the_nearest_section_around_unless_the_question_has_one_itself() {
		FormDefinition form = aFormAsWritten(formJson("{'type':'group','id':'g','label':'G','path':'deep',"
				+ "'properties':{'audience':'government'},'components':["
				+ "{'type':'textfield','id':'a','key':'a','label':'A'},"
				+ "{'type':'textfield','id':'b','key':'b','label':'B','properties':{'audience':'public'}},"
				+ "{'type':'group','id':'h','label':'H','components':[{'type':'textfield','id':'c','key':'c','label':'C'}]},"
				+ "{'type':'dynamiclist','id':'l','label':'L','path':'l','isRepeating':true,"
				+ "'properties':{'audience':'partners,government'},'components':["
				+ "{'type':'textfield','id':'d','key':'d','label':'D'},"
				+ "{'type':'expression','id':'e','key':'e','expression':'=this.d','properties':{'audience':'partners'}}]}]}"),
				Map.of());

		assertThat(form.audiences().entrySet().stream().map(place -> place.getKey() + ": " + place.getValue()))
			.containsExactly("deep.a: government", "deep.b: public", "deep.c: government",
					"deep.l: partners, government", "deep.l.d: partners, government", "deep.l.e: partners");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			"{'type':'textfield','id':'x','key':'x','label':'Of {{secret}}'} | its text quotes 'secret'",
			"{'type':'textfield','id':'x','key':'x','label':'X','properties':{'name':'=secret'}} | its text quotes 'secret'",
			"{'type':'radio','id':'x','key':'x','label':'X','values':[{'label':'As {{secret}}','value':'A'}]} | its text quotes 'secret'",
			"{'type':'group','id':'x','label':'Of {{secret}}','components':[{'type':'textfield','id':'y','key':'y','label':'Y'}]} | its text quotes 'secret'",
			"{'type':'dynamiclist','id':'x','path':'x','label':'X','isRepeating':true,'properties':{'row':'{{secret}}'},'components':[{'type':'textfield','id':'y','key':'y','label':'Y'}]} | its text quotes 'secret'",
			"{'type':'expression','id':'x','key':'x','expression':'=upper case(secret)'} | it is worked out from 'secret'" })
	void what_would_tell_others_an_answer_that_is_not_for_them_stops_the_start(String component, String reason) {
		String section = "{'type':'group','id':'g','label':'G','properties':{'audience':'public'},'components':["
				+ "{'type':'textfield','id':'secret','key':'secret','label':'S','properties':{'audience':'government'}},"
				+ component + "]}";
		assertThatThrownBy(() -> aFormAsWritten(formJson(section), Map.of())).isInstanceOf(BrokenForm.class)
			.hasMessageStartingWith("forms/test.form, component 'x': ")
			.hasMessageContaining(reason)
			.hasMessageContaining("for government only, and is shown to public");
	}

	@Test
	void a_value_that_says_itself_for_whom_it_is_may_be_worked_out_from_anything_and_a_hint_may_quote_it() {
		assertThat(aFormAsWritten(formJson("{'type':'group','id':'g','label':'G','properties':{'audience':'public'},"
				+ "'components':[{'type':'number','id':'secret','key':'secret','label':'S','properties':{'audience':'government'}},"
				+ "{'type':'textfield','id':'y','key':'y','label':'Y','description':'You said {{secret}}'},"
				+ "{'type':'expression','id':'x','key':'x','expression':'=secret > 0','properties':{'audience':'public'}}]}"),
				Map.of())
			.readableBy(Reader.PUBLIC)).containsExactlyInAnyOrder("x", "y");
	}

	@Test
	void what_stands_in_a_hidden_group_is_hidden_with_it() {
		FormDefinition form = aFormOf(field("checkbox", "short", ""),
				"{'type':'group','id':'g','label':'G','conditional':{'hide':'=this.short'},'components':["
						+ field("textfield", "a", "'validate':{'required':true}") + "]}");
		assertThat(Given.pathsInError(form.validate(Answers.empty(), Given.english()))).containsExactly("a");
		Validation hidden = form.validate(Answers.of(Map.of("short", true, "a", "x")), Given.english());
		assertThat(hidden.isValid()).isTrue();
		assertThat(hidden.answers()).isEqualTo(Answers.of(Map.of("short", true)));
	}

}
