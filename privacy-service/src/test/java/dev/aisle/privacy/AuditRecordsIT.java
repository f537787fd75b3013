package dev.aisle.privacy;

import static dev.aisle.privacy.AuditCalls.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.AuditFact;
import dev.aisle.contracts.privacy.v1.AuditRecord;
import dev.aisle.platform.audit.SubjectSeals;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people did in other services is in the log: once each, and never in the form of an entry of this service. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class AuditRecordsIT {
    @Inject
    SubjectSeals seals;

    private final String actor = "staff-" + UUID.randomUUID();

    private AuditRecord.Builder approval() {
        return AuditRecord.newBuilder()
                .setId(UUID.randomUUID().toString())
                .setService("campaign-service")
                .setEvent("campaign.changed")
                .setActor(actor)
                .setAt(Timestamp.newBuilder().setSeconds(1_796_000_000))
                .addFacts(AuditFact.newBuilder().setName("campaign").setValue("summer"))
                .addFacts(AuditFact.newBuilder().setName("step").setValue("approve"));
    }

    private static void send(AuditRecord record) {
        TestRecords.write(Topic.AUDIT, record.getService(), record.toByteArray());
    }

    private List<Map<String, Object>> entries() {
        return get("/v1/audit?actor=" + actor).getList("entries");
    }

    @Test
    void aChangeOfACampaignIsAnEntryOnceThoughItComesTwice() {
        AuditRecord approval = approval().build();

        send(approval);
        send(approval);
        send(approval().setEvent("model.changed").build());

        await().untilAsserted(() -> assertThat(entries().toString()).contains("model.changed"));
        assertThat(entries()).hasSize(2);
        assertThat(entries().getFirst().get("entry").toString())
                .contains("\"event\":\"campaign.changed\"", "\"fact.campaign\":\"summer\"", "\"fact.step\":\"approve\"")
                .contains("\"service\":\"campaign-service\"");
        assertThat(get("/v1/audit/verify").getBoolean("valid")).isTrue();
    }

    @Test
    void aRecordThatLooksLikeAnEntryOfThisServiceOrHasNoActorIsADeadLetterAndStopsNothing() {
        send(approval().setEvent("consent.recorded").build());
        send(approval().setEvent("vault.changed").build());
        send(approval().clearActor().build());
        send(approval()
                .addFacts(AuditFact.newBuilder().setName("no name").setValue("x"))
                .build());
        send(approval().build());

        await().untilAsserted(() -> assertThat(entries()).hasSize(1));
        assertThat(entries().toString()).doesNotContain("consent.recorded", "vault.changed");
    }

    private AuditRecord read(String pseudonym) {
        return seals.about(
                pseudonym,
                approval()
                        .setService("profile-service")
                        .setEvent("profile.read")
                        .clearFacts()
                        .build());
    }

    @Test
    void whoReadAProfileIsFoundByThePersonUntilThePersonIsErased() {
        String customer = Calls.newCustomer();
        String pseudonym = Calls.grant(customer);
        AuditRecord read = read(pseudonym);

        send(read);

        await().untilAsserted(() -> assertThat(entries()).hasSize(1));
        assertThat(entries().getFirst()).containsEntry("subject", pseudonym);
        assertThat(get("/v1/audit?service=profile-service&actor=" + actor).getList("entries"))
                .hasSize(1);
        assertThat(get("/v1/audit?service=campaign-service&actor=" + actor).getList("entries"))
                .isEmpty();
        assertThat(AuditCalls.about(pseudonym, 2).toString()).contains("profile.read");

        String id = Calls.erase(customer);
        Services.OTHERS.forEach(service -> Services.answer(id, pseudonym, service));
        await().untilAsserted(
                        () -> assertThat(entries().getFirst().get("subject")).isNull());
        send(read(pseudonym));
        await().untilAsserted(() -> assertThat(entries()).hasSize(2));
        assertThat(entries()).allMatch(entry -> entry.get("subject") == null);
        assertThat(entries().toString()).doesNotContain(pseudonym);
        assertThat(get("/v1/audit/verify").getBoolean("valid")).isTrue();
    }

    @Test
    void whomARecordIsAboutCannotBeMovedToAnotherRecordAndNoChangeIsAboutAPerson() {
        AuditRecord read = read(Calls.grant(Calls.newCustomer()));

        send(read.toBuilder().setId(UUID.randomUUID().toString()).build());
        send(read.toBuilder().clearSubject().build());
        send(read.toBuilder().setEvent("flag.changed").build());
        send(approval().build());

        await().untilAsserted(() -> assertThat(entries()).hasSize(1));
        assertThat(entries().toString()).contains("campaign.changed");
    }
}
