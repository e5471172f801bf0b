package org.calltolocalaction.governments.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.calltolocalaction.kernel.address.WebAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailDomainTests {

	@ParameterizedTest
	@CsvSource({ "ana@kampala.go.ug, https://www.kampala.go.ug/news",
			"a@mail.montevideo.gub.uy, https://montevideo.gub.uy", "jordi@terrassa.cat, http://www.terrassa.cat",
			"x@leeds.gov.uk, https://www.leeds.gov.uk", "a@paris.fr, https://mairie.paris.fr",
			"a@intranet.mayor.ac.ke, https://mayor.ac.ke" })
	void an_address_and_a_website_of_one_organisation_share_what_it_registered(String email, String website) {
		assertThat(MailDomain.ofMailbox(email)).isPresent().isEqualTo(ofWebsite(website));
	}

	@ParameterizedTest
	@CsvSource({ "ana@entebbe.go.ug, https://www.kampala.go.ug", "a@york.gov.uk, https://www.leeds.gov.uk",
			"a@paris.fr.example.com, https://paris.fr", "a@notparis.fr, https://paris.fr" })
	void two_towns_below_one_ending_are_two(String email, String website) {
		assertThat(MailDomain.ofMailbox(email)).isPresent().isNotEqualTo(ofWebsite(website));
	}

	@Test
	void where_anybody_gets_an_address_it_says_nothing() {
		assertThat(MailDomain.ofMailbox("mayor@gmail.com")).get().matches(MailDomain::freeMail);
		assertThat(MailDomain.ofMailbox("mayor@yahoo.com.ar")).get().matches(MailDomain::freeMail);
		assertThat(MailDomain.ofMailbox("mayor@paris.fr")).get().matches(domain -> !domain.freeMail());
		assertThat(MailDomain.ofMailbox("nothing")).isEmpty();
	}

	private static Optional<MailDomain> ofWebsite(String website) {
		return WebAddress.parse(website).flatMap(MailDomain::ofWebsite);
	}

}
