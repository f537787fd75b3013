package dev.aisle.testing;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.AuditFact;
import dev.aisle.contracts.privacy.v1.AuditRecord;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the service under test told the audit log of privacy-service. */
public final class TestAudit {
    private TestAudit() {}

    /** Returns the records that are wanted, in their order, once there are at least {@code count}. */
    public static List<AuditRecord> of(Predicate<AuditRecord> wanted, int count) {
        return TestRecords.await(Topic.AUDIT, count, record -> wanted.test(parse(record))).stream()
                .map(TestAudit::parse)
                .toList();
    }

    /** Returns the records of what somebody did. */
    public static List<AuditRecord> of(String actor, int count) {
        return of(record -> record.getActor().equals(actor), count);
    }

    /** Returns the same as {@code event fact fact}, with the facts of these names. */
    public static List<String> of(String actor, int count, String... facts) {
        return of(actor, count).stream()
                .map(record -> record.getEvent() + " "
                        + String.join(
                                " ",
                                List.of(facts).stream()
                                        .map(name -> fact(record, name))
                                        .toList()))
                .toList();
    }

    /** Returns a fact, or an empty text. */
    public static String fact(AuditRecord record, String name) {
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
