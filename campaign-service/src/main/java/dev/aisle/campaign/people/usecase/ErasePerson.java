package dev.aisle.campaign.people.usecase;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.platform.erasure.ErasureReceipts;
import dev.aisle.platform.erasure.ReceiptSigner;
import dev.aisle.platform.person.PersonRows;
import dev.aisle.platform.storage.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Erases a person and answers with a receipt. Asked again, there is nothing left and the answer says so. */
@ApplicationScoped
public class ErasePerson {
    private final PersonRows rows;
    private final Outbox outbox;
    private final ReceiptSigner signer;

    ErasePerson(PersonRows rows, Outbox outbox, ReceiptSigner signer) {
        this.rows = rows;
        this.outbox = outbox;
        this.signer = signer;
    }

    /** Erases in one transaction with the receipt. */
    @Transactional
    public void erase(Erasure erasure) {
        outbox.put(
                Topic.ERASURE_RECEIPTS,
                erasure.getPseudonym(),
                signer.sign(
                        ErasureReceipts.ofDatabase(erasure, "campaign-service", rows.erase(erasure.getPseudonym()))));
    }
}
