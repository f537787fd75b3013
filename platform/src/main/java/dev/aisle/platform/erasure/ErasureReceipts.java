package dev.aisle.platform.erasure;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import java.time.Instant;
import java.util.Map;

/** What a service answers when it has erased a person. */
public final class ErasureReceipts {
    private ErasureReceipts() {}

    /** A receipt: how many of what this service removed. */
    public static ErasureReceipt of(Erasure erasure, String service, Map<String, Long> removed) {
        Instant now = Instant.now();
        return ErasureReceipt.newBuilder()
                .setRequestId(erasure.getRequestId())
                .setPseudonym(erasure.getPseudonym())
                .setService(service)
                .setErasedAt(
                        Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
                .putAllRemoved(removed)
                .build();
    }
}
