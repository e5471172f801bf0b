package org.calltolocalaction.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.calltolocalaction.coordination.ImportEarlierPledges;
import org.calltolocalaction.coordination.Scene;
import org.calltolocalaction.coordination.WithoutProcess;
import org.calltolocalaction.registry.PublishedPledges.Found;
import org.calltolocalaction.search.SearchQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people type who look for something in the pledges of the demonstration, in three
 * languages, and which of them they find: exactly these.
 */
@WithoutProcess
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class PublicWordsTests {

	private static final Map<String, String> TITLES = Map.ofEntries(Map.entry("Climate Migration in U", "paris"),
			Map.entry("Immigrants Lead Boston", "boston"), Map.entry("Plano Municipal de Pol", "saopaulo"),
			Map.entry("Kampala for All: from ", "kampala"), Map.entry("Joint city pledge to i", "nairobi"),
			Map.entry("أكاديمية وحديقة الأطفا", "amman"), Map.entry("First Steps in Milan", "milan"),
			Map.entry("Migrants Resource Cent", "quezon"), Map.entry("Expanded help desk for", "legazpi"),
			Map.entry("Soy México: doble naci", "tlaxcala"), Map.entry("Clases de darija para ", "terrassa"),
			Map.entry("Oficina local de migra", "maipu"), Map.entry("Plan Municipal de Acci", "carmen"),
			Map.entry("Centro de primera infa", "montevideo"), Map.entry("Terracing and utilitie", "nyamagabe"),
			Map.entry("Mübadele müzesi: a mus", "nilufer"), Map.entry("Tyre and Zürich: bette", "tyre"),
			Map.entry("Centro de acogida en l", "guayaquil"), Map.entry("L'appel à l'action loc", "uclg"));

	private static final Map<String, String> SETS = Map.of("gcm15",
			"boston saopaulo kampala nairobi milan maipu montevideo tyre guayaquil", "sdg4",
			"amman milan terrassa montevideo nilufer", "africa", "kampala nairobi nyamagabe", "latam",
			"saopaulo tlaxcala maipu carmen montevideo guayaquil");

	@Autowired
	private Scene scene;

	@Autowired
	private ImportEarlierPledges imports;

	@Autowired
	private PublishedPledges published;

	@Autowired
	private PublishedSearch search;

	@BeforeEach
	void the_pledges_of_the_demonstration() throws IOException {
		imports.load(new ClassPathResource("examples/pledges.json").getContentAsByteArray(), scene.coordinator());
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			africa                                | africa
			África                                | africa
			afrique                               | africa
			afric                                 | africa
			mujeres en África                     |
			latam                                 | latam
			América Latina                        | latam
			amerique latine                       | latam
			europe                                | paris milan terrassa uclg
			asia pacifico                         | quezon legazpi
			basic services                        | gcm15
			basic service                         | gcm15
			servicios básicos                     | gcm15
			servicios basicos                     | gcm15
			accès aux services de base            | gcm15
			GCM 15                                | gcm15
			gcm15                                 | gcm15
			GCM-15                                | gcm15
			GCM: 15                               | gcm15
			GCM objective 15                      | gcm15
			PMM 15                                | gcm15
			PMM n.º 15                            | gcm15
			objective 15                          | gcm15
			objetivo 15                           | gcm15
			objectif n° 15                        | gcm15
			objective 15 of the GCM               | gcm15
			objectif 15 du Pacte mondial pour les migrations | gcm15
			"GCM 15"                              | gcm15
			GCM 1                                 |
			GCM 99                                |
			SDG 4                                 | sdg4
			SDG4                                  | sdg4
			SDG-04                                | sdg4
			ODS 4                                 | sdg4
			ODD 4                                 | sdg4
			goal 4                                | sdg4
			Objetivo de Desarrollo Sostenible 4   | sdg4
			SDG 1                                 | kampala
			GCR 2                                 | africa
			PMR 2                                 | africa
			objective 2                           | paris amman africa
			GCM 15 -SDG 10                        | kampala nairobi montevideo tyre
			GCM 4 OR SDG 2                        | tlaxcala nyamagabe
			GCM 15 country:AR                     | maipu
			refugee                               | africa amman milan tyre uclg
			refugees                              | africa amman milan tyre uclg
			refugiados                            | africa carmen
			refugiada                             | africa carmen
			réfugiés                              | africa carmen uclg
			refugies                              | africa carmen uclg
			refugiees                             | africa carmen uclg
			families                              | kampala amman milan quezon legazpi nilufer terrassa montevideo
			familias                              | terrassa montevideo
			escuelas                              | tlaxcala terrassa guayaquil
			escuela                               | tlaxcala terrassa guayaquil
			niña                                  | tlaxcala montevideo guayaquil
			ninos                                 | tlaxcala montevideo guayaquil
			museums                               | nilufer
			teacher                               |
			villes                                | amman carmen maipu nairobi paris saopaulo tyre uclg
			ville                                 | amman carmen maipu nairobi paris saopaulo tyre uclg
			quality education                     | sdg4
			educacion de calidad                  | sdg4
			igualdad de género                    | montevideo
			clean water                           | nyamagabe tyre
			agua limpia                           | nyamagabe tyre
			united states                         | boston
			Estados Unidos                        | boston
			USA                                   | boston
			turquía                               | nilufer
			Turkey                                | nilufer
			réseau de villes                      | uclg
			red de gobiernos locales              | uclg carmen
			africa -camp                          | kampala nairobi
			"population exchange"                 | nilufer
			"exchange population"                 |
			zanzibar                              |
			africa zanzibar                       |
			""")
	void what_is_typed_finds_exactly_these(String typed, String expected) {
		SearchQuery query = search.read(typed, Locale.ENGLISH);

		assertThat(query.mistakes()).isEmpty();
		assertThat(found(query)).isEqualTo(named(expected));
	}

	private static Set<String> named(String expected) {
		return expected == null ? Set.of()
				: Arrays.stream(expected.split(" "))
					.flatMap(name -> Arrays.stream(SETS.getOrDefault(name, name).split(" ")))
					.collect(Collectors.toCollection(TreeSet::new));
	}

	private Set<String> found(SearchQuery query) {
		Map<String, String> names = new HashMap<>(TITLES);
		Found first = published.search(query, Optional.empty(), 1);
		return IntStream.rangeClosed(1, first.pages())
			.mapToObj(page -> published.search(query, Optional.empty(), page))
			.flatMap(page -> page.pledges().stream())
			.map(pledge -> names.get(pledge.title().substring(0, Math.min(22, pledge.title().length()))))
			.filter(name -> name != null)
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
