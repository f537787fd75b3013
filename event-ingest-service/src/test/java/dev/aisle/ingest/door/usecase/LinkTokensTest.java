package dev.aisle.ingest.door.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.privacy.PseudonymKey;
import dev.aisle.algorithms.privacy.PseudonymRing;
import dev.aisle.ingest.door.domain.Identity;
import dev.aisle.ingest.door.domain.LinkProof;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTokensTest {
    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00.7Z");
    private static final String OLD = "00".repeat(32);
    private static final String NEW = "11".repeat(32);
    private static final String CODE = ".k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final LinkTokens tokens = new LinkTokens(ring("k1", OLD, List.of(), "shop"));

    @Test
    void aTokenHoldsUntilItsTimeIsOver() {
        LinkTokens.LinkToken token = tokens.issue(identity("42", "v", ""), NOW);

        assertThat(token.expiresAt()).isEqualTo(Instant.parse("2026-12-01T10:00:00Z"));
        assertThat(tokens.check(
                        identity("42", "v", token.value()), token.expiresAt().minusMillis(1)))
                .isEqualTo(LinkProof.PROVEN);
        assertThat(tokens.check(identity("42", "v", token.value()), token.expiresAt()))
                .isEqualTo(LinkProof.EXPIRED_TOKEN);
    }

    @Test
    void aTokenSaysNothingOfTheTwo() {
        assertThat(tokens.issue(identity("customer-4711", "browser-0815", ""), NOW)
                        .value())
                .matches("l1\\.\\d{10}\\.k1\\.[A-Za-z0-9_-]{32}")
                .doesNotContain("4711", "0815");
    }

    @Test
    void aTokenHoldsForItsTwoIdsOfItsShopOnly() {
        String token = tokens.issue(identity("42", "v", ""), NOW).value();

        assertThat(tokens.check(identity("43", "v", token), NOW)).isEqualTo(LinkProof.INVALID_TOKEN);
        assertThat(tokens.check(identity("42", "w", token), NOW)).isEqualTo(LinkProof.INVALID_TOKEN);
        assertThat(tokens.check(identity("v", "42", token), NOW)).isEqualTo(LinkProof.INVALID_TOKEN);
        assertThat(new LinkTokens(ring("k1", OLD, List.of(), "other")).check(identity("42", "v", token), NOW))
                .isEqualTo(LinkProof.INVALID_TOKEN);
    }

    @Test
    void aTokenThatWasProlongedIsNone() {
        String token = tokens.issue(identity("42", "v", ""), NOW).value();
        String prolonged = token.replaceFirst("l1\\.\\d+", "l1.9999999999");

        assertThat(tokens.check(identity("42", "v", prolonged), NOW)).isEqualTo(LinkProof.INVALID_TOKEN);
    }

    @Test
    void aTokenOutlivesTheChangeOfTheKeyThatMadeIt() {
        String token = tokens.issue(identity("42", "v", ""), NOW).value();
        LinkTokens rotated = new LinkTokens(ring("k2", NEW, List.of("k1:" + OLD), "shop"));

        assertThat(rotated.check(identity("42", "v", token), NOW)).isEqualTo(LinkProof.PROVEN);
        assertThat(rotated.issue(identity("42", "v", ""), NOW).value()).contains(".k2.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "l1",
                "l1.1.k1",
                "l1.-1" + CODE,
                "l1.99999999999999999999" + CODE,
                "l2.1796119200" + CODE,
                "p1" + CODE
            })
    void whatIsNoTokenIsNone(String text) {
        assertThat(tokens.check(identity("42", "v", text), NOW)).isEqualTo(LinkProof.INVALID_TOKEN);
    }

    private static Identity identity(String customer, String browser, String token) {
        return new Identity(customer, browser, token);
    }

    private static PseudonymRing ring(String id, String hex, List<String> previous, String tenant) {
        return PseudonymRing.of(PseudonymKey.ofHex(id, hex), previous, tenant);
    }
}
