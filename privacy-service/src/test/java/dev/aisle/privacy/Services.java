package dev.aisle.privacy;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.platform.erasure.ReceiptSigner;
import dev.aisle.testing.TestRecords;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

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
        ErasureReceipt receipt =
                receipt(requestId, pseudonym, service).clearPseudonym().build();
        TestRecords.write(Topic.ERASURE_RECEIPTS, pseudonym, signed(receipt).toByteArray());
    }

    /** What a service sends: the receipt with its signature. */
    static ErasureReceipt signed(ErasureReceipt receipt) {
        Config config = ConfigProvider.getConfig();
        return new ReceiptSigner(
                        config.getOptionalValue("aisle.receipts.signing-key-id", String.class),
                        config.getOptionalValue("aisle.receipts.signing-key", String.class))
                .sign(receipt);
    }

    /** Sends a receipt as it stands. */
    static void answer(ErasureReceipt receipt) {
        TestRecords.write(Topic.ERASURE_RECEIPTS, receipt.getPseudonym(), receipt.toByteArray());
    }
}
