package org.calltolocalaction.kernel.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The tree of RFC 9162: it is what the RFC defines, in any size, and proves what is true
 * and nothing else.
 */
class MerkleTreeTests {

	private static final int EVERY_SIZE_UP_TO = 40;

	private static final int LARGE = 5000;

	/** What logs of certificates are tested with, everywhere. */
	private static final List<TreeHash> KNOWN_LEAVES = Stream
		.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
		.map(hex -> MerkleTree.leaf(HexFormat.of().parseHex(hex)))
		.toList();

	private static final List<String> KNOWN_ROOTS = List.of(
			"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
			"fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
			"aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
			"d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
			"4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
			"76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
			"ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
			"5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

	private final List<TreeHash> leaves = IntStream.range(0, LARGE)
		.mapToObj(number -> MerkleTree.leaf(Integer.toString(number).getBytes(StandardCharsets.UTF_8)))
		.toList();

	private final Map<String, TreeHash> nodes = new HashMap<>();

	@Test
	void roots_are_those_that_everybody_knows() {
		assertThat(MerkleTree.EMPTY).hasToString("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
		for (int size = 1; size <= KNOWN_ROOTS.size(); size++) {
			assertThat(tree(KNOWN_LEAVES, size).root()).hasToString(KNOWN_ROOTS.get(size - 1));
		}
	}

	@Test
	void proofs_are_those_that_everybody_knows() {
		String[] path = { "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
				"5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
				"6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4" };

		assertThat(tree(KNOWN_LEAVES, 8).inclusion(0)).extracting(TreeHash::hex).containsExactly(path);
		assertThat(tree(KNOWN_LEAVES, 8).consistency(1)).extracting(TreeHash::hex).containsExactly(path);
	}

	@Test
	void a_tree_that_grew_leaf_by_leaf_is_the_one_that_the_rfc_defines() {
		GrowingTree growing = new GrowingTree();
		for (int size = 0; size <= 300; size++) {
			assertThat(growing.root()).as("of " + size).isEqualTo(defined(leaves.subList(0, size)));
			growing.add(leaves.get(size), this::keep);
			assertThat(new MerkleTree(growing.size(), this::node).root()).isEqualTo(growing.root());
		}
	}

	@Test
	void a_tree_goes_on_from_any_size_as_if_it_had_never_stopped() {
		MerkleTree whole = tree(leaves, LARGE);
		for (int size : randomSizes(20)) {
			GrowingTree growing = GrowingTree.of(size, this::node);
			assertThat(growing.root()).isEqualTo(new MerkleTree(size, this::node).root());
			leaves.subList(size, LARGE).forEach(leaf -> growing.add(leaf, (level, place, hash) -> {
			}));
			assertThat(growing.root()).isEqualTo(whole.root());
		}
	}

	@Test
	void every_leaf_of_every_tree_is_proved_in_its_place_and_in_no_other() {
		tree(leaves, LARGE);
		for (int size = 1; size <= EVERY_SIZE_UP_TO; size++) {
			MerkleTree tree = new MerkleTree(size, this::node);
			for (int place = 0; place < size; place++) {
				TreeProof proof = new TreeProof(tree.inclusion(place));
				for (int other = 0; other <= size; other++) {
					assertThat(proof.includes(leaves.get(place), other, size, tree.root())).isEqualTo(other == place);
				}
				assertThat(proof.includes(leaves.get(size), place, size, tree.root())).isFalse();
			}
		}
	}

	@Test
	void every_tree_is_proved_to_be_the_beginning_of_every_later_one_and_of_none_that_was_changed() {
		tree(leaves, LARGE);
		for (int size = 1; size <= EVERY_SIZE_UP_TO; size++) {
			MerkleTree tree = new MerkleTree(size, this::node);
			for (int earlier = 1; earlier <= size; earlier++) {
				TreeHash before = new MerkleTree(earlier, this::node).root();
				TreeProof proof = new TreeProof(tree.consistency(earlier));

				assertThat(proof.extendsTo(size, tree.root(), earlier, before)).isTrue();
				assertThat(proof.extendsTo(size, tree.root(), earlier, leaves.get(size))).isFalse();
				assertThat(proof.extendsTo(size, leaves.get(size), earlier, before)).isFalse();
			}
		}
	}

	@Test
	void proofs_of_large_trees_hold_and_are_as_long_as_the_tree_is_high() {
		tree(leaves, LARGE);
		Random random = new Random(9162);
		for (int size : randomSizes(100)) {
			MerkleTree tree = new MerkleTree(size, this::node);
			int place = random.nextInt(size);
			int earlier = 1 + random.nextInt(size);
			TreeProof inclusion = new TreeProof(tree.inclusion(place));
			TreeProof consistency = new TreeProof(tree.consistency(earlier));

			assertThat(inclusion.includes(leaves.get(place), place, size, tree.root())).isTrue();
			assertThat(consistency.extendsTo(size, tree.root(), earlier, new MerkleTree(earlier, this::node).root()))
				.isTrue();
			assertThat(inclusion.path()).hasSizeLessThanOrEqualTo(13);
			assertThat(consistency.path()).hasSizeLessThanOrEqualTo(14);
		}
	}

	@Test
	void a_proof_of_which_a_hash_is_missing_too_many_or_another_proves_nothing() {
		MerkleTree tree = tree(leaves, 29);
		List<TreeHash> path = tree.inclusion(17);
		for (int at = 0; at < path.size(); at++) {
			List<TreeHash> shorter = new ArrayList<>(path);
			shorter.remove(at);
			List<TreeHash> other = new ArrayList<>(path);
			other.set(at, leaves.get(0));
			assertThat(new TreeProof(shorter).includes(leaves.get(17), 17, 29, tree.root())).isFalse();
			assertThat(new TreeProof(other).includes(leaves.get(17), 17, 29, tree.root())).isFalse();
		}
		List<TreeHash> longer = new ArrayList<>(path);
		longer.add(leaves.get(0));
		assertThat(new TreeProof(longer).includes(leaves.get(17), 17, 29, tree.root())).isFalse();
	}

	@Test
	void what_is_not_in_the_tree_cannot_be_asked_for() {
		assertThatIllegalArgumentException().isThrownBy(() -> tree(leaves, 3).inclusion(3));
		assertThatIllegalArgumentException().isThrownBy(() -> tree(leaves, 3).consistency(4));
		assertThatIllegalArgumentException().isThrownBy(() -> tree(leaves, 3).consistency(0));
	}

	/** Section 2.1.1, word for word. */
	private static TreeHash defined(List<TreeHash> hashes) {
		if (hashes.size() < 2) {
			return hashes.isEmpty() ? MerkleTree.EMPTY : hashes.get(0);
		}
		int left = 1;
		while (left * 2 < hashes.size()) {
			left *= 2;
		}
		return MerkleTree.node(defined(hashes.subList(0, left)), defined(hashes.subList(left, hashes.size())));
	}

	private MerkleTree tree(List<TreeHash> of, int size) {
		nodes.clear();
		GrowingTree growing = new GrowingTree();
		of.subList(0, size).forEach(leaf -> growing.add(leaf, this::keep));
		return new MerkleTree(size, this::node);
	}

	private static int[] randomSizes(int number) {
		return new Random(6962).ints(number, 1, LARGE + 1).toArray();
	}

	private void keep(int level, long place, TreeHash hash) {
		nodes.put(level + " " + place, hash);
	}

	private TreeHash node(int level, long place) {
		TreeHash known = nodes.get(level + " " + place);
		assertThat(known).as("complete subtree %d at level %d", place, level).isNotNull();
		return known;
	}

}
