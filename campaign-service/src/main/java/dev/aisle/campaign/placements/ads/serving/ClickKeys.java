package dev.aisle.campaign.placements.ads.serving;

import dev.aisle.campaign.shared.Transactions;
import dev.aisle.platform.storage.DatabaseWentBack;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The key of click tokens, read once. */
@Singleton
public class ClickKeys {
    private static final int BYTES = 32;

    private final Transactions transactions;
    private final ClickRepository clicks;
    private final AtomicReference<byte @Nullable []> known = new AtomicReference<>();

    public ClickKeys(Transactions transactions, ClickRepository clicks) {
        this.transactions = transactions;
        this.clicks = clicks;
    }

    /** The key may have been made after the moment to which the database went back. */
    void forget(@Observes DatabaseWentBack wentBack) {
        known.set(null);
    }

    byte[] key() {
        byte[] key = known.get();
        if (key != null) {
            return key;
        }
        byte[] proposed = new byte[BYTES];
        new SecureRandom().nextBytes(proposed);
        byte[] kept = transactions.call(connection -> clicks.key(connection, proposed));
        known.set(kept);
        return kept;
    }
}
