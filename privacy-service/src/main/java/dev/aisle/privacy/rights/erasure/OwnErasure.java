package dev.aisle.privacy.rights.erasure;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.platform.erasure.ErasureReceipts;
import dev.aisle.platform.erasure.ReceiptSigner;
import dev.aisle.platform.person.PersonRows;
import dev.aisle.platform.storage.Outbox;
import dev.aisle.privacy.rights.receipts.ReceiptRepository;
import dev.aisle.privacy.rights.request.store.RequestRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** This service's own part of an erasure, with a receipt like everybody's. */
@ApplicationScoped
class OwnErasure {
    private final PersonRows rows;
    private final ReceiptRepository receipts;
    private final Outbox outbox;
    private final ReceiptSigner signer;
    private final String service;

    OwnErasure(
            PersonRows rows,
            ReceiptRepository receipts,
            Outbox outbox,
            ReceiptSigner signer,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.rows = rows;
        this.receipts = receipts;
        this.outbox = outbox;
        this.signer = signer;
        this.service = service;
    }

    void erase(RequestRow request, Erasure erasure, Instant now) {
        String pseudonym = erasure.getPseudonym();
        ErasureReceipt receipt = signer.sign(ErasureReceipts.ofDatabase(erasure, service, rows.erase(pseudonym)));
        receipts.keep(request.id(), receipt, now);
        outbox.put(Topic.ERASURE_RECEIPTS, pseudonym, receipt);
    }
}
