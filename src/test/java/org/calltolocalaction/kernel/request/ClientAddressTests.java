package org.calltolocalaction.kernel.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTests {

	@ParameterizedTest
	@CsvSource({ "192.0.2.7, 192.0.2.7", "::ffff:192.0.2.7, 192.0.2.7", "192.0.2.7:50443, 192.0.2.7",
			"2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64", "2001:db8:1:2::ffff, 2001:db8:1:2:0:0:0:0/64",
			"[2001:db8:1:2::1]:50443, 2001:db8:1:2:0:0:0:0/64", "fe80::1%eth0, fe80:0:0:0:0:0:0:0/64" })
	void a_client_is_an_address_or_the_network_of_one(String remote, String client) {
		assertThat(ClientAddress.of(remote).value()).isEqualTo(client);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "unknown", "evil.example", "localhost", "_hidden", "1.2.3.4.5", "' or 1=1 --" })
	void whatever_is_no_address_shares_one_limit(String remote) {
		assertThat(ClientAddress.of(remote)).isEqualTo(ClientAddress.of("-"));
	}

	@Test
	void the_longest_one_fits_where_it_is_kept() {
		assertThat(ClientAddress.of("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff").value()).hasSizeLessThanOrEqualTo(64);
	}

}
