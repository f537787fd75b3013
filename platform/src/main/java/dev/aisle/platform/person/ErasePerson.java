package dev.aisle.platform.person;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.platform.erasure.ErasureReceipts;
import dev.aisle.platform.erasure.ReceiptSigner;
import dev.aisle.platform.storage.Outbox;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Erases a person and answers with a receipt. Asked again, there is nothing left and the answer says so. */
@ApplicationScoped
public class ErasePerson {
    private final PersonRows rows;
    private final Outbox outbox;
    private final ReceiptSigner signer;
    private final List<PersonHook> hooks;
    private final String service;

    ErasePerson(
            PersonRows rows,
            Outbox outbox,
            ReceiptSigner signer,
            @All List<PersonHook> hooks,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.rows = rows;
        this.outbox = outbox;
        this.signer = signer;
        this.hooks = List.copyOf(hooks);
        this.service = service;
    }

    /** Erases in one transaction with the receipt. */
    @Transactional
    public void erase(Erasure erasure) {
        Map<String, Long> removed = rows.erase(erasure.getPseudonym());
        ErasureReceipt.Builder receipt = ErasureReceipts.ofDatabase(erasure, service, removed).toBuilder();
        hooks.forEach(hook -> receipt.addAllOutstanding(hook.outstanding(removed)));
        outbox.put(Topic.ERASURE_RECEIPTS, erasure.getPseudonym(), signer.sign(receipt.build()));
    }
}
