package org.calltolocalaction.pledges.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file keeps its name as far as the name is harmless and true. */
class FileNameTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Plan of action.pdf | PDF | Plan of action.pdf
			PLAN.PDF | PDF | PLAN.pdf
			photo.jpeg | JPEG | photo.jpeg
			photo.JPG | JPEG | photo.jpg
			photo.heic | JPEG | photo.jpg
			evil.exe | PDF | evil.pdf
			evil.pdf.html | PDF | evil.pdf.pdf
			Plan 2.1 | PDF | Plan 2.1.pdf
			Report 30.09.2026 | ODT | Report 30.09.2026.odt
			../../etc/passwd.pdf | PDF | passwd.pdf
			C:\\Users\\Ana\\plan.docx | DOCX | plan.docx
			خطة العمل.pdf | PDF | خطة العمل.pdf
			a<b>:c"d|PDF| a_b__c_d.pdf
			.pdf | PDF | file.pdf
			... | PNG | file.png
			'' | ODT | file.odt
			""")
	void a_name_is_cleaned_and_ends_as_its_type_does(String given, FileType type, String name) {
		assertThat(FileName.of(given, type)).isEqualTo(name);
	}

	@Test
	void nothing_unseen_stays_in_it() {
		assertThat(FileName.of("in\u0000vo\r\nice\u202efdp.exe\ud800", FileType.PDF)).isEqualTo("invo icefdp.pdf");
		assertThat(FileName.of(null, FileType.PDF)).isEqualTo("file.pdf");
	}

	@Test
	void an_accent_is_written_in_one_way() {
		assertThat(FileName.of("re\u0301sume\u0301.pdf", FileType.PDF)).isEqualTo("résumé.pdf");
	}

	@Test
	void it_is_not_too_long_and_no_character_is_cut_in_two() {
		assertThat(FileName.of("😀".repeat(200) + ".pdf", FileType.PDF)).isEqualTo("😀".repeat(100) + ".pdf");
	}

}
