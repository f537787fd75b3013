package dev.aisle.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.AuditFact;
import dev.aisle.contracts.privacy.v1.AuditRecord;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What staff does with a campaign is told for the audit log, by whom and in the order in which it was done. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class AuditTrailIT {
    private final CampaignApi campaign = new CampaignApi("audited-" + UUID.randomUUID());

    @Test
    void everyStepIsToldWithWhoTookItAndARefusedOneIsNot() {
        campaign.save("anna", campaign.definition("Hello"), null).statusCode(201);
        campaign.step("anna", "submit").statusCode(200);
        campaign.step("anna", "approve").statusCode(403);
        campaign.step("bert", "approve").statusCode(200);
        campaign.step("bert", "pause").statusCode(200);

        assertThat(told(4)).containsExactly("anna save 1", "anna submit 1", "bert approve 1", "bert pause 1");
    }

    private List<String> told(int count) {
        return TestRecords.await(Topic.AUDIT, count, record -> isOfThis(parse(record))).stream()
                .map(AuditTrailIT::parse)
                .map(record -> record.getActor() + " " + fact(record, "step") + " " + fact(record, "version"))
                .toList();
    }

    private boolean isOfThis(AuditRecord record) {
        return record.getEvent().equals("campaign.changed")
                && fact(record, "campaign").equals(campaign.id());
    }

    private static String fact(AuditRecord record, String name) {
        return record.getFactsList().stream()
                .filter(fact -> fact.getName().equals(name))
                .map(AuditFact::getValue)
                .findFirst()
                .orElse("");
    }

    private static AuditRecord parse(ConsumerRecord<String, byte[]> record) {
        try {
            return AuditRecord.parseFrom(record.value());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("not a message of this topic", e);
        }
    }
}
