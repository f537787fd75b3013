package dev.aisle.privacy;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.testing.TestRecords;
import java.time.Instant;
import java.util.List;

/** The other services, as far as this one hears of them. */
final class Services {
    static final List<String> OTHERS =
            List.of("event-ingest-service", "profile-service", "recommender-service", "campaign-service");

    private Services() {}

    static ErasureReceipt.Builder receipt(String requestId, String pseudonym, String service) {
        return ErasureReceipt.newBuilder()
                .setRequestId(requestId)
                .setPseudonym(pseudonym)
                .setService(service)
                .setErasedAt(Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond()))
                .putRemoved("profiles", 1);
    }

    static void answer(String requestId, String pseudonym, String service) {
        answer(receipt(requestId, pseudonym, service).build());
    }

    static void answer(ErasureReceipt receipt) {
        TestRecords.write(Topic.ERASURE_RECEIPTS, receipt.getPseudonym(), receipt.toByteArray());
    }
}
