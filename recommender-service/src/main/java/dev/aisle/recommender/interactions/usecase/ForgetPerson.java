package dev.aisle.recommender.interactions.usecase;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.contracts.privacy.v1.Outstanding;
import dev.aisle.platform.erasure.ErasureMarks;
import dev.aisle.platform.erasure.ErasureReceipts;
import dev.aisle.platform.erasure.ReceiptSigner;
import dev.aisle.platform.person.PersonRows;
import dev.aisle.platform.storage.Ledger;
import dev.aisle.platform.storage.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Removes everything of a person and answers with a receipt. */
@ApplicationScoped
public class ForgetPerson {
    private static final String CONSUMER = "erasures";

    private final Ledger ledger;
    private final ErasureMarks marks;
    private final PersonRows rows;
    private final Outbox outbox;
    private final ReceiptSigner signer;
    private final String service;
    private final Duration retrainWithin;

    ForgetPerson(
            Ledger ledger,
            ErasureMarks marks,
            PersonRows rows,
            Outbox outbox,
            ReceiptSigner signer,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "aisle.training.after-erasure-within") Duration retrainWithin) {
        this.ledger = ledger;
        this.marks = marks;
        this.rows = rows;
        this.outbox = outbox;
        this.signer = signer;
        this.service = service;
        this.retrainWithin = retrainWithin;
    }

    /** Erases one person; the same request again does nothing. */
    @Transactional
    public void forget(Erasure erasure) {
        String pseudonym = erasure.getPseudonym();
        if (ledger.firstSeen(CONSUMER, erasure.getRequestId() + "/" + marks.of(pseudonym))) {
            outbox.put(Topic.ERASURE_RECEIPTS, pseudonym, receipt(erasure, rows.erase(pseudonym)));
        }
    }

    /** Models hold no person, but what they learned together from everybody follows at the next training only. */
    private ErasureReceipt receipt(Erasure erasure, Map<String, Long> removed) {
        ErasureReceipt.Builder receipt = ErasureReceipts.ofDatabase(erasure, service, removed).toBuilder();
        if (removed.getOrDefault("interactions", 0L) > 0) {
            Instant due = Instant.now().plus(retrainWithin);
            receipt.addOutstanding(Outstanding.newBuilder()
                    .setWhat("neighbour lists, item factors and popularity, at the next training")
                    .setDue(Timestamp.newBuilder().setSeconds(due.getEpochSecond())));
        }
        return signer.sign(receipt.build());
    }
}
