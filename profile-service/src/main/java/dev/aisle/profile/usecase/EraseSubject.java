package dev.aisle.profile.usecase;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.platform.erasure.ErasureReceipts;
import dev.aisle.platform.erasure.ReceiptSigner;
import dev.aisle.platform.identity.Successors;
import dev.aisle.platform.storage.Outbox;
import dev.aisle.profile.store.ProfileRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Removes a person's profile and answers with a receipt. Again for the same request: nothing left to remove, same answer. */
@ApplicationScoped
public class EraseSubject {
    private final ProfileRepository profiles;
    private final Successors successors;
    private final Outbox outbox;
    private final ReceiptSigner signer;

    EraseSubject(ProfileRepository profiles, Successors successors, Outbox outbox, ReceiptSigner signer) {
        this.profiles = profiles;
        this.successors = successors;
        this.outbox = outbox;
        this.signer = signer;
    }

    /** Erases in one transaction with the receipt. */
    @Transactional
    public void erase(Erasure erasure) {
        long removed = profiles.remove(erasure.getPseudonym());
        successors.forget(erasure.getPseudonym());
        outbox.put(
                Topic.ERASURE_RECEIPTS,
                erasure.getPseudonym(),
                signer.sign(ErasureReceipts.ofDatabase(erasure, "profile-service", Map.of("profiles", removed))));
    }
}
