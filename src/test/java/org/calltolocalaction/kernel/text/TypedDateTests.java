package org.calltolocalaction.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import org.calltolocalaction.site.AllTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates as officers, reviewers and coordinators type them. */
class TypedDateTests {

	private static final LocalDate FIRST_OF_OCTOBER = LocalDate.of(2027, 10, 1);

	@ParameterizedTest
	@ValueSource(strings = { "1 octubre 2027", "1 de octubre de 2027", "1 de octubre del 2027", "1º de octubre de 2027",
			"primero de octubre de 2027", "1.º oct. 2027", "viernes, 1 de octubre de 2027", "1-oct-27", "1oct2027",
			"1 Oct 2027", "01 OCT 2027", "1st October 2027", "October 1, 2027", "Oct. 1st, 2027",
			"the 1st of October 2027", "Friday 1 October 2027", "2027 October 1", "1er octobre 2027",
			"le 1er octobre 2027", "1ᵉʳ oct. 2027", "vendredi 1er octobre 2027", "1 octobre ’27", "1/10/2027",
			"01/10/2027", "1 / 10 / 2027", "1 10 27", "1.10.2027", "1. 10. 2027", "1-10-2027", "1–10–2027", "1,10,2027",
			"1 10 2027", "2027-10-01", "2027/10/1", "2027.10.01", "20271001", "01102027", "2027-10-01T00:00:00Z",
			"2027-10-01 00:00:00", "\u00a01/10/2027\u202f", "1\u00a0octobre\u00a02027", "١/١٠/٢٠٢٧", "۱/۱۰/۲۰۲۷",
			"१-१०-२०२७", "１／１０／２０２７", "１ octubre ２０２７", "\u200f1/10/2027\u200e" })
	void a_whole_date_is_read_however_it_is_written_and_in_whichever_box(String typed) {
		assertThat(TypedDate.of(typed).date()).contains(FIRST_OF_OCTOBER);
		assertThat(TypedDate.in(typed, "", "").date()).contains(FIRST_OF_OCTOBER);
		assertThat(TypedDate.in("", typed, " ").date()).contains(FIRST_OF_OCTOBER);
		assertThat(TypedDate.in("", "", typed).date()).contains(FIRST_OF_OCTOBER);
	}

	@ParameterizedTest
	@CsvSource({ "1,octubre,2027", "01,10,2027", "1,10,27", " 1 , OCT. ,2027", "1er,octobre,2027",
			"1,de octubre,de 2027", "1 octubre,'',2027", "1/10,'',2027", "1,octubre 2027,''", "'',1 octubre,2027",
			"octubre,1,2027", "2027,10,1", "1º,Oct,’27", "1st,October,2027", "١,١٠,٢٠٢٧" })
	void boxes_may_hold_words_and_more_than_they_are_for(String day, String month, String year) {
		assertThat(TypedDate.in(day, month, year).date()).contains(FIRST_OF_OCTOBER);
	}

	@Test
	void every_month_is_known_by_its_names_and_their_usual_beginnings() {
		for (Month month : Month.values()) {
			for (Locale language : Languages.ALL) {
				for (TextStyle style : new TextStyle[] { TextStyle.FULL, TextStyle.SHORT }) {
					String name = month.getDisplayName(style, language);
					LocalDate date = LocalDate.of(2028, month, 9);
					assertThat(TypedDate.in("9", name, "2028").date()).as(name).contains(date);
					assertThat(TypedDate.in("9", name.toUpperCase(language), "28").date()).as(name).contains(date);
					assertThat(TypedDate.of("9 " + Text.plain(name) + ". 2028").date()).as(name).contains(date);
				}
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "1 sept. 2027,9", "1 setiembre 2027,9", "1 set 2027,9", "3 déc 2027,12", "3 dec. 2027,12",
			"mar. 2 mars 2027,3", "mar. 5 oct 2027,10", "4 août 2027,8", "4 aout 2027,8", "1 juil. 2027,7",
			"1 ene 2027,1", "2 fév. 2027,2" })
	void short_forms_and_weekdays_lead_nobody_astray(String typed, int month) {
		assertThat(TypedDate.of(typed).date()).get().extracting(LocalDate::getMonthValue).isEqualTo(month);
	}

	@Test
	void the_day_comes_first_and_the_month_only_where_that_is_impossible_and_no_box_says_otherwise() {
		assertThat(TypedDate.of("3/4/2027").date()).contains(LocalDate.of(2027, 4, 3));
		assertThat(TypedDate.of("13/10/2027").date()).contains(LocalDate.of(2027, 10, 13));
		assertThat(TypedDate.of("10/13/2027").date()).contains(LocalDate.of(2027, 10, 13));
		assertThat(TypedDate.in("10/13", "", "2027").date()).contains(LocalDate.of(2027, 10, 13));
		assertThat(said(TypedDate.in("10", "13", "2027")))
			.isEqualTo("The month must be a name or a number from 1 to 12 (you have 13)");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "31 2 2027 | There is no such day: February 2027 has 28 days",
					"29 febrero 2027 | There is no such day: February 2027 has 28 days",
					"30/02/28 | There is no such day: February 2028 has 29 days",
					"2027-06-31 | There is no such day: June 2027 has 30 days",
					"32 1 2027 | The day must be a number from 1 to 31 (you have 32)",
					"0 1 2027 | The day must be a number from 1 to 31 (you have 0)",
					"14/13/2027 | The month must be a name or a number from 1 to 12 (you have 13)",
					"1 10 20277 | The year must have four figures, for example 2027 (you have 20277)",
					"1 octubre | Enter the year as well", "30/9 | Enter the year as well",
					"octubre 2027 | Enter the day as well" })
	void what_is_wrong_with_an_impossible_date_is_named(String typed, String sentence) {
		assertThat(said(TypedDate.of(typed))).isEqualTo(sentence);
	}

	@Test
	void what_is_wrong_is_said_as_each_language_says_it() {
		TypedDate never = TypedDate.in("31", "abril", "2027");
		assertThat(said(never, Languages.SPANISH)).isEqualTo("Ese día no existe: abril de 2027 tiene 30 días");
		assertThat(said(never, Languages.FRENCH))
			.isEqualTo("Ce jour n’existe pas\u00a0: le mois d’avril 2027 compte 30 jours");
	}

	@ParameterizedTest
	@CsvSource({ "'',10,2027,Enter the day as well", "1,'',2027,Enter the month as well",
			"1,octubre,'',Enter the year as well", "'',oct,27,Enter the day as well" })
	void a_box_that_was_left_empty_is_named(String day, String month, String year, String sentence) {
		assertThat(said(TypedDate.in(day, month, year))).isEqualTo(sentence);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "x", "tomorrow", "soon 2027", "1 jui 2027", "1 ma 2027", "2027", "31",
			"1/10/2027 - 1/11/2027", "1 octubre 10 2027", "octubre noviembre 2027", "12.5 10 2027", "271001",
			"999999999999 1 2027 4", "１年", "/ / /" })
	void what_is_no_date_is_none_and_nothing_is_made_up(String typed) {
		assertThat(TypedDate.of(typed)).isEqualTo(TypedDate.of(""));
	}

	@Test
	void figures_of_any_length_are_no_accident() {
		assertThat(TypedDate.in("1", "1", "9".repeat(50)).date()).isEmpty();
		assertThat(TypedDate.in("9".repeat(50), "1", "2027").date()).isEmpty();
		assertThat(TypedDate.of("x".repeat(100_000)).date()).isEmpty();
		assertThat(TypedDate.of("1 ".repeat(100_000)).date()).isEmpty();
	}

	private static String said(TypedDate date) {
		return said(date, Locale.ENGLISH);
	}

	private static String said(TypedDate date, Locale language) {
		assertThat(date.date()).isEmpty();
		return AllTexts.asSaid().getMessage(date.problem().orElseThrow(), language);
	}

}
