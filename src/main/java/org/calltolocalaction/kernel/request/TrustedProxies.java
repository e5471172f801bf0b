package org.calltolocalaction.kernel.request;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The proxies in front of the desk, whose word on who is asking is believed: single
 * addresses, and ranges such as {@code 10.1.0.0/16}. Anybody can write the headers in
 * which proxies say it, so nobody is believed who is not named.
 *
 * @param ranges as they were named
 */
public record TrustedProxies(List<String> ranges) {

	// A name would be looked up, and would be whoever answers to it.
	private static final Pattern NUMERIC = Pattern.compile("[0-9a-fA-F:.]+(/\\d{1,3})?");

	private static final int BITS_OF_A_BYTE = 8;

	/**
	 * @throws IllegalArgumentException naming what is no address and no range
	 */
	public TrustedProxies {
		ranges = List.copyOf(ranges);
		ranges.forEach(TrustedProxies::require);
	}

	/**
	 * @param setting addresses and ranges, with commas or spaces between them; may be
	 * empty or null
	 */
	public static TrustedProxies named(@Nullable String setting) {
		return new TrustedProxies(setting == null ? List.of()
				: Arrays.stream(setting.split("[,;\\s]+")).filter(range -> !range.isBlank()).toList());
	}

	public boolean none() {
		return ranges.isEmpty();
	}

	/**
	 * Each as a range, also where it is a single address: Tomcat takes a list of mere
	 * addresses for a pattern.
	 */
	public String inCidrNotation() {
		return ranges.stream()
			.map(range -> range.contains("/") ? range : range + (range.contains(":") ? "/128" : "/32"))
			.collect(Collectors.joining(","));
	}

	private static void require(String range) {
		if (!NUMERIC.matcher(range).matches()) {
			throw new IllegalArgumentException("No IP address and no range of them: " + range);
		}
		String[] parts = range.split("/");
		if (!parts[0].contains(":") && parts[0].split("\\.", -1).length != 4) {
			throw new IllegalArgumentException("An IPv4 address has four parts: " + range);
		}
		try {
			int bits = InetAddress.getByName(parts[0]).getAddress().length * BITS_OF_A_BYTE;
			if (parts.length > 1 && Integer.parseInt(parts[1]) > bits) {
				throw new IllegalArgumentException("A range of no more than /" + bits + " was expected: " + range);
			}
		}
		catch (UnknownHostException noAddress) {
			throw new IllegalArgumentException("No IP address and no range of them: " + range, noAddress);
		}
	}

}
