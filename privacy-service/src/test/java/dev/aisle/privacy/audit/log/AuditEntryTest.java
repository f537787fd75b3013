package dev.aisle.privacy.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditEntryTest {
    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

    @Test
    void thePseudonymIsInNoFieldOfTheLeaf() {
        AuditEntry entry = new AuditEntry(
                "consent.moved", "shop", Map.of("subject", "p1.k1.abc", "successor", "p1.k2.def", "version", "3"));
        byte[] salt = {1, 2};

        Map<String, Object> fields = entry.fields(NOW, new Commitment("c0ffee", salt));

        assertThat(entry.subject()).contains("p1.k1.abc");
        assertThat(fields.toString()).doesNotContain("p1.k1.abc", "p1.k2.def");
        assertThat(fields)
                .containsEntry("subject", "c0ffee")
                .containsEntry("data", Map.of("version", "3", "successor", Commitment.hex(salt, "p1.k2.def")))
                .containsEntry("at", "2026-11-25T09:00:00.000000Z");
    }

    @Test
    void whatCouldBeAnIdentifierIsWithheld() {
        AuditEntry entry = new AuditEntry(
                "x",
                "alice@wonderland.example",
                Map.of("a", "alice@wonderland.example", "b", "x\u0000", "c", "y".repeat(201)));

        assertThat(entry.actor()).matches("actor-[0-9a-f]{16}");
        assertThat(entry.data().values()).containsOnly("withheld");
    }

    @Test
    void aCommitmentOpensWithItsSaltOnlyAndIsAnotherEachTime() {
        Commitment one = Commitment.to("p1.k1.abc");
        Commitment two = Commitment.to("p1.k1.abc");

        assertThat(one.hex()).isNotEqualTo(two.hex());
        assertThat(Commitment.hex(one.salt(), "p1.k1.abc")).isEqualTo(one.hex());
        assertThat(Commitment.hex(one.salt(), "p1.k1.abd")).isNotEqualTo(one.hex());
        assertThat(Commitment.hex(two.salt(), "p1.k1.abc")).isNotEqualTo(one.hex());
    }
}
