package org.calltolocalaction.kernel.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTests {

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", " , " })
	void nobody_is_believed_who_is_not_named(String setting) {
		assertThat(TrustedProxies.named(setting).none()).isTrue();
	}

	@Test
	void addresses_and_ranges_may_be_named_side_by_side() {
		assertThat(TrustedProxies.named("10.0.0.1, 172.16.0.0/12 2001:db8::/32,::1").ranges())
			.containsExactly("10.0.0.1", "172.16.0.0/12", "2001:db8::/32", "::1");
		assertThat(TrustedProxies.named("10.0.0.1,::1,10.1.0.0/16").inCidrNotation())
			.isEqualTo("10.0.0.1/32,::1/128,10.1.0.0/16");
	}

	@ParameterizedTest
	@ValueSource(strings = { "proxy", "proxy.example.org", "10.0.0", "10.0.0.1/33", "10.0.0.1/", "::1/129", "10.0.0.*",
			"10.0.0.256", "10\\.0\\..*", "10.0.0.1/x" })
	void what_is_no_address_and_no_range_is_refused(String setting) {
		assertThatIllegalArgumentException().isThrownBy(() -> TrustedProxies.named(setting));
	}

}
