package dev.aisle.algorithms.privacy.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aisle.algorithms.Vectors;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every row of merkle-rfc6962-vectors.json; a test's name ends in the clause of RFC 9162 (of RFC 6962 in brackets). */
class Rfc9162VectorsTest {
    private static final JsonNode VECTORS = Vectors.json("merkle-rfc6962-vectors.json");
    private static final List<TreeHash> LEAVES = leaves();

    private static List<TreeHash> leaves() {
        List<TreeHash> leaves = new ArrayList<>();
        VECTORS.get("leafInputsHex")
                .forEach(hex -> leaves.add(TreeHash.leaf(HexFormat.of().parseHex(hex.asText()))));
        return leaves;
    }

    private static List<TreeHash> hexPath(JsonNode path) {
        List<TreeHash> hashes = new ArrayList<>();
        path.forEach(hash -> hashes.add(TreeHash.ofHex(hash.asText())));
        return hashes;
    }

    @Test
    void rootsOfEverySizeAreMet_2_1_1() {
        for (int size = 0; size <= LEAVES.size(); size++) {
            String root = VECTORS.get("rootsBySize").get(size).asText();
            Trees tree = Trees.of(LEAVES.subList(0, size));

            assertThat(tree.root().hex()).isEqualTo(root);
            assertThat(new MerkleProofs(Trees.of(LEAVES)).root(size).hex()).isEqualTo(root);
            assertThat(Trees.definition(LEAVES.subList(0, size)).hex()).isEqualTo(root);
        }
    }

    @Test
    void leavesAndNodesHavePrefixesOfTheirOwn_2_1_1() {
        byte[] letters = "L123456".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        assertThat(TreeHash.leaf(letters).hex())
                .isEqualTo(VECTORS.get("leafHashL123456").asText());
        assertThat(nodeOf("N123", "N456"))
                .isEqualTo(VECTORS.get("nodeHashN123N456").asText());
    }

    /** The vector's children are texts and not hashes; so its own concatenation. */
    private static String nodeOf(String left, String right) {
        byte[] bytes = ("\u0001" + left + right).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return HexFormat.of().formatHex(TreeHash.sha256().digest(bytes));
    }

    @Test
    void inclusionPathsAreMet_2_1_3_1() {
        MerkleProofs proofs = new MerkleProofs(Trees.of(LEAVES));

        assertThat(VECTORS.get("inclusion")).hasSize(36).allSatisfy(vector -> {
            int index = vector.get("index").asInt();
            int size = vector.get("size").asInt();
            List<TreeHash> path = hexPath(vector.get("path"));
            assertThat(proofs.inclusion(index, size)).isEqualTo(path);
            assertThat(ProofVerifier.inclusion(LEAVES.get(index), index, size, path, proofs.root(size)))
                    .isTrue();
        });
    }

    @Test
    void consistencyPathsAreMet_2_1_4_1() {
        MerkleProofs proofs = new MerkleProofs(Trees.of(LEAVES));

        assertThat(VECTORS.get("consistency")).hasSize(28).allSatisfy(vector -> {
            int first = vector.get("first").asInt();
            int second = vector.get("second").asInt();
            List<TreeHash> path = hexPath(vector.get("path"));
            assertThat(proofs.consistency(first, second)).isEqualTo(path);
            assertThat(ProofVerifier.consistency(first, second, proofs.root(first), proofs.root(second), path))
                    .isTrue();
        });
    }

    @Test
    void goodAndHostileInclusionProofsAreToldApart_2_1_3_2() {
        assertThat(VECTORS.at("/probes/inclusion")).hasSize(98).allSatisfy(probe -> {
            boolean valid = ProofVerifier.inclusion(
                    hash(probe.get("leafHash")),
                    probe.get("leafIdx").longValue(),
                    probe.get("treeSize").longValue(),
                    path(probe.get("proof")),
                    hash(probe.get("root")));
            assertThat(valid).as(probe.get("desc").asText()).isEqualTo(expected(probe));
        });
    }

    @Test
    void goodAndHostileConsistencyProofsAreToldApart_2_1_4_2() {
        assertThat(VECTORS.at("/probes/consistency")).hasSize(98).allSatisfy(probe -> {
            boolean valid = ProofVerifier.consistency(
                    probe.get("size1").longValue(),
                    probe.get("size2").longValue(),
                    hash(probe.get("root1")),
                    hash(probe.get("root2")),
                    path(probe.get("proof")));
            assertThat(valid).as(probe.get("desc").asText()).isEqualTo(expected(probe));
        });
    }

    /** The file lists four probes on which another verifier disagrees: all are of size 0, and RFC 9162 defines no proof of it. */
    @Test
    void aTreeWithoutLeavesProvesNothing_2_1_3_2_and_2_1_4_2() {
        TreeHash any = LEAVES.getFirst();

        assertThat(VECTORS.get("disagree")).hasSize(4);
        assertThat(ProofVerifier.inclusion(TreeHash.EMPTY, 0, 0, List.of(), TreeHash.EMPTY))
                .isFalse();
        assertThat(ProofVerifier.consistency(0, 0, TreeHash.EMPTY, TreeHash.EMPTY, List.of()))
                .isFalse();
        assertThat(ProofVerifier.consistency(0, 1, TreeHash.EMPTY, any, List.of()))
                .isFalse();
    }

    private static boolean expected(JsonNode probe) {
        return !probe.get("wantErr").asBoolean();
    }

    private static byte[] bytes(JsonNode base64) {
        return base64.isNull() ? new byte[0] : Base64.getDecoder().decode(base64.asText());
    }

    private static TreeHash hash(JsonNode base64) {
        return TreeHash.claimed(bytes(base64));
    }

    private static List<TreeHash> path(JsonNode proof) {
        return proof.valueStream().map(Rfc9162VectorsTest::hash).toList();
    }
}
