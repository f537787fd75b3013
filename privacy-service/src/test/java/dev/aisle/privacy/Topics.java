package dev.aisle.privacy;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.operations.v1.DeadLetter;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.testing.TestRecords;
import java.util.List;

/** What privacy-service has told the others. */
final class Topics {
    private Topics() {}

    static List<ConsentState> consents(String pseudonym, int count) {
        return TestRecords.awaitKey(Topic.CONSENTS, count, pseudonym).stream()
                .map(record -> parse(ConsentState.parser(), record.value()))
                .toList();
    }

    static List<Erasure> erasures(String pseudonym, int count) {
        return TestRecords.awaitKey(Topic.ERASURES, count, pseudonym).stream()
                .map(record -> parse(Erasure.parser(), record.value()))
                .toList();
    }

    /** The dead letter of a record of that many bytes; tests choose a size that no other record has. */
    static DeadLetter deadLetter(int sizeBytes) {
        return TestRecords.await(
                        Topic.DEAD_LETTERS,
                        1,
                        record -> parse(DeadLetter.parser(), record.value()).getSizeBytes() == sizeBytes)
                .stream()
                .map(record -> parse(DeadLetter.parser(), record.value()))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T parse(Parser<T> parser, byte[] bytes) {
        try {
            return parser.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("not a message of this topic", e);
        }
    }
}
