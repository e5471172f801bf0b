package org.calltolocalaction.pledges.receipts.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.signing.KeyId;
import org.calltolocalaction.pledges.receipts.PublishedKey;
import org.calltolocalaction.pledges.receipts.PublishedKeys;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Where everybody finds the keys to check what this desk signed, those of earlier years
 * among them: all as a JSON Web Key Set for programs, and each as a file for
 * {@code openssl}.
 */
@Controller
@RequestMapping("/.well-known")
class PublishedKeysController {

	/** Whoever checks many receipts asks once; a new key is known within the hour. */
	private static final CacheControl CACHE = CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

	private final PublishedKeys keys;

	PublishedKeysController(PublishedKeys keys) {
		this.keys = keys;
	}

	/** All keys, in the form of RFC 7517 and RFC 8037. */
	record KeySet(List<Map<String, String>> keys) {
	}

	@GetMapping("/jwks.json")
	ResponseEntity<KeySet> all() {
		return ResponseEntity.ok()
			.cacheControl(CACHE)
			.contentType(MediaType.APPLICATION_JSON)
			.body(new KeySet(keys.all().stream().map(PublishedKeysController::jwk).toList()));
	}

	@GetMapping("/receipt-keys/{key}.pem")
	ResponseEntity<String> one(@PathVariable KeyId key) {
		PublishedKey found = keys.find(key).orElseThrow(() -> new NotFound("The key " + key));
		return ResponseEntity.ok().cacheControl(CACHE).contentType(MediaType.TEXT_PLAIN).body(found.key().pem());
	}

	// Of what no standard names, "from" and "until" are for readers; programs leave it
	// alone.
	private static Map<String, String> jwk(PublishedKey key) {
		Map<String, String> jwk = new LinkedHashMap<>();
		jwk.put("kty", "OKP");
		jwk.put("crv", "Ed25519");
		jwk.put("alg", "EdDSA");
		jwk.put("use", "sig");
		jwk.put("kid", key.key().id().value());
		jwk.put("x", key.key().x());
		jwk.put("from", key.since().toString());
		Instant until = key.until();
		if (until != null) {
			jwk.put("until", until.toString());
		}
		return jwk;
	}

}
