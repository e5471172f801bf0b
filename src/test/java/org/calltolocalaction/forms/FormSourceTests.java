package org.calltolocalaction.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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

/** What stops the start, and what the start then says. */
class FormSourceTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			"{'type':'wizard','id':'a'} | the type 'wizard' is unknown",
			"{'type':'dynamiclist','id':'a'} | the type 'dynamiclist' is not supported yet",
			"{'type':'textfield','id':'a','key':'a'} | label is missing",
			"{'type':'datetime','id':'a','key':'a','label':'A'} | dateLabel is missing",
			"{'type':'textfield','id':'a','label':'A'} | key is missing",
			"{'type':'textfield','id':'a','key':'a b','label':'A'} | 'a b' cannot be a key",
			"{'type':'textfield','id':'a','key':'this','label':'A'} | 'this' cannot be a key",
			"{TEXT,'validate':{'minlength':1}} | unknown constraint minlength",
			"{TEXT,'validate':{'maxLength':'=3'}} | not supported yet",
			"{TEXT,'validate':{'pattern':'['}} | no regular expression",
			"{TEXT,'validate':{'validationType':'phone'}} | 'phone' is not supported",
			"{TEXT,'properties':{'maxchoices':'3'}} | unknown custom property maxchoices",
			"{TEXT,'properties':{'maxChoices':'3'}} | unknown custom property maxChoices",
			"{TEXT,'properties':{'audience':'all'}} | members or reviewers",
			"{TEXT,'properties':{'width':'wide'}} | one of GOV.UK's",
			"{TEXT,'properties':{'requiredWhen':'b'}} | must begin with =",
			"{TEXT,'conditional':{'hide':'=a = = b'}} | conditional.hide is not FEEL",
			"{TEXT,'conditional':{'hide':'=matches(a, b)'}} | uses matches()",
			"{'type':'textfield','id':'a','key':'a','label':'=b'} | an expression in label is not supported yet",
			"{TEXT,'defaultValue':'b'} | defaultValue is not supported yet",
			"{TEXT,'readonly':true} | readonly is not supported yet",
			"{TEXT,'colour':'red'} | unknown member colour",
			"{DATE,'subtype':'time'} | the subtype 'time' is not supported yet",
			"{DATE,'properties':{'notBefore':'b'}} | names no date of this form: b",
			"{'type':'number','id':'a','key':'a','label':'A','increment':0} | increment must be more than nothing",
			"{'type':'checklist','id':'a','key':'a','label':'A'} | either from values or from a valuesKey",
			"{LIST,'valuesKey':'s','properties':{'maxChoices':'0'}} | must be a count",
			"{RADIO,'values':[OPTION,OPTION]} | stands twice",
			"{'type':'text','id':'a','text':'A','properties':{'requireOneOf':'b'}} | no field of this form: b",
			"{'type':'text','id':'a','text':'<b>bold</b>'} | only paragraphs and lists",
			"{'type':'textfield','id':'1','key':'a','label':'A'} | an id is letters",
	})
	void a_broken_component_stops_the_start_and_is_named_with_its_file_and_the_reason(String component, String reason) {
		String id = component.contains("'id':'1'") ? "1" : "a";
		String whole = component.replace("TEXT", "'type':'textfield','id':'a','key':'a','label':'A'")
				.replace("RADIO", "'type':'radio','id':'a','key':'a','label':'A'")
				.replace("LIST", "'type':'checklist','id':'a','key':'a','label':'A'")
				.replace("OPTION", "{'label':'A','value':'A'}")
				.replace("DATE", "'type':'datetime','id':'a','key':'a','dateLabel':'A'");
		assertThatThrownBy(() -> aFormOf(whole)).isInstanceOf(BrokenForm.class)
				.hasMessageStartingWith("forms/test.form, component '" + id + "': ").hasMessageContaining(reason);
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
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {
			"'schemaVersion':16 | 'schemaVersion':17 | schemaVersion must be 16, but is 17",
			"'schemaVersion':16, | '' | is not JSON",
			"'type':'default' | 'type':'custom' | type must be 'default'",
			"'id':'test' | 'id':'other' | must be the name of its file",
			"'executionPlatform':'Camunda Platform' | 'executionPlatform':'' | executionPlatform is missing",
			"'components':[] | 'componets':[] | unknown member componets",
			"'components':[] | 'components':{} | components must be a list",
	})
	void a_broken_root_stops_the_start_too(String right, String wrong, String reason) {
		String json = formJson().replace(right.replace('\'', '"'), wrong.replace('\'', '"'));
		assertThatThrownBy(() -> aFormFrom(json, Map.of())).isInstanceOf(BrokenForm.class)
				.hasMessageStartingWith("forms/test.form: ").hasMessageContaining(reason);
	}

	@Test
	void a_text_that_is_not_translated_is_shown_in_english() {
		FormDefinition form = aFormFrom(formJson(field("textfield", "city", "'description':'Where it is'")),
				Map.of("es", Map.of("city.label", "La ciudad")));
		FormView.TextBox box = (FormView.TextBox) form.view(Answers.empty(), List.of(), Given.in(Given.SPANISH))
				.sections().get(0).items().get(0);
		assertThat(box.frame().label()).isEqualTo("La ciudad");
		assertThat(box.frame().hint()).isEqualTo("Where it is");
	}

	@Test
	void alternatives_and_audiences_of_a_group_hold_for_what_is_in_it() {
		FormDefinition form = aFormOf("{'type':'group','id':'g','label':'G',"
				+ "'properties':{'audience':'members','requireOneOf':'a, b'},'components':["
				+ field("textfield", "a", "") + "," + field("textfield", "b", "") + "]}");
		assertThat(Given.sentences(form.validate(Answers.empty(), Given.english()), Locale.ENGLISH))
				.containsExactly("a: Answer at least one of these: The a; The b");
		assertThat(form.validate(Answers.of(Map.of("b", "x")), Given.english()).isValid()).isTrue();
		Answers answers = Answers.of(Map.of("a", "x", "b", "y"));
		assertThat(form.summary(answers, Given.english(), Audience.PUBLIC).sections()).isEmpty();
		assertThat(form.summary(answers, Given.english(), Audience.MEMBERS).sections()).hasSize(1);
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
