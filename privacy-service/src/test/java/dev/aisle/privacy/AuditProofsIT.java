package dev.aisle.privacy;

import static dev.aisle.privacy.AuditCalls.about;
import static dev.aisle.privacy.AuditCalls.get;
import static dev.aisle.privacy.AuditCalls.settledSize;
import static dev.aisle.privacy.Calls.grant;
import static dev.aisle.privacy.Calls.newCustomer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.algorithms.privacy.merkle.HashChain;
import dev.aisle.algorithms.privacy.merkle.HeadVerifier;
import dev.aisle.algorithms.privacy.merkle.ProofVerifier;
import dev.aisle.algorithms.privacy.merkle.TreeHash;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** An auditor checks proofs and heads with nothing but the answers. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class AuditProofsIT {
    @Test
    void everyEntryIsProvedToBeInTheSignedTree() {
        grant(newCustomer());
        about(grant(newCustomer()), 1);
        long size = settledSize();

        for (long leaf = 0; leaf < Math.min(size, 50); leaf++) {
            JsonPath proof = get("/v1/audit/proof?leaf=" + leaf);
            JsonPath head = JsonPath.from(proof.getString("head"));
            assertThat(HeadVerifier.ofHex(proof.getString("publicKey"))
                            .verify(utf8(proof.getString("head")), hex(proof.getString("signature"))))
                    .isTrue();
            assertThat(head.getString("root")).isEqualTo(proof.getString("root"));
            assertThat(ProofVerifier.inclusion(
                            TreeHash.leaf(utf8(proof.getString("entry"))),
                            leaf,
                            head.getLong("size"),
                            path(proof),
                            TreeHash.ofHex(head.getString("root"))))
                    .isTrue();
        }
    }

    @Test
    void theLogOnlyGrows() {
        about(grant(newCustomer()), 1);
        long earlier = settledSize();
        about(grant(newCustomer()), 1);
        long later = settledSize();
        assertThat(later).isGreaterThan(earlier);

        for (long first = 1; first <= Math.min(earlier, 40); first++) {
            JsonPath proof = get("/v1/audit/consistency?first=" + first + "&second=" + later);
            assertThat(ProofVerifier.consistency(
                            first,
                            later,
                            TreeHash.ofHex(proof.getString("root1")),
                            TreeHash.ofHex(proof.getString("root2")),
                            path(proof)))
                    .isTrue();
        }
    }

    @Test
    void headsAreSignedNumberedAndChained() {
        about(grant(newCustomer()), 1);
        about(grant(newCustomer()), 1);
        JsonPath answer = get("/v1/audit/heads");
        HeadVerifier key = HeadVerifier.ofHex(answer.getString("publicKey"));

        String prev = HashChain.GENESIS;
        List<String> heads = answer.getList("heads.head");
        for (int i = 0; i < heads.size(); i++) {
            assertThat(key.verify(utf8(heads.get(i)), hex(answer.getString("heads[" + i + "].signature"))))
                    .isTrue();
            assertThat(JsonPath.from(heads.get(i)).getString("prev")).isEqualTo(prev);
            assertThat(JsonPath.from(heads.get(i)).getLong("seq")).isEqualTo(i);
            prev = HashChain.hash(heads.get(i));
        }
        assertThat(get("/v1/audit/heads?after=" + (heads.size() - 2)).getList("heads"))
                .isNotEmpty();
    }

    @Test
    void everyHeadIsInTheFileThatIsKeptElsewhere() {
        about(grant(newCustomer()), 1);
        settledSize();

        // The file may not be there yet, or its last line half.
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(fileLines()
                                .map(line -> JsonPath.from(line).getString("head"))
                                .toList())
                        .containsSubsequence(get("/v1/audit/heads").<String>getList("heads.head")));
    }

    private static Stream<String> fileLines() throws IOException {
        String file = ConfigProvider.getConfig().getValue("aisle.audit.head-file", String.class);
        return Files.readAllLines(Path.of(file)).stream().filter(line -> !line.isEmpty());
    }

    @Test
    void aLeafOrASizeThatIsNotThereIs404() {
        long size = settledSize();

        for (String query : List.of(
                "/proof?leaf=" + (size + 10_000),
                "/proof?leaf=0&size=" + (size + 10_000),
                "/proof?leaf=1&size=1",
                "/consistency?first=1&second=" + (size + 10_000),
                "/consistency?first=" + (size + 10_000))) {
            Calls.as(Role.AUDITOR).get("/v1/audit" + query).then().statusCode(404);
        }
    }

    private static List<TreeHash> path(JsonPath proof) {
        return proof.<String>getList("proof").stream().map(TreeHash::ofHex).toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
