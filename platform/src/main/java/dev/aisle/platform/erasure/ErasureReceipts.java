package dev.aisle.platform.erasure;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.contracts.privacy.v1.Outstanding;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What a service answers when it has erased a person. */
public final class ErasureReceipts {
    private static final String WEEKLY =
            "deleted rows in the database's files and write-ahead log, and used buffers in memory, at the next weekly scrub";
    /** PostgreSQL keeps what was deleted in its files until the weekly job has written them anew (docs/operations/erasure.md). */
    private static final Duration DATABASE_SCRUB = Duration.ofDays(8);

    private ErasureReceipts() {}

    /** The same of a service with a database. */
    public static ErasureReceipt ofDatabase(Erasure erasure, String service, Map<String, Long> removed) {
        ErasureReceipt receipt = of(erasure, service, removed);
        return receipt.toBuilder()
                .addOutstanding(Outstanding.newBuilder()
                        .setWhat(WEEKLY)
                        .setDue(receipt.getErasedAt().toBuilder()
                                .setSeconds(receipt.getErasedAt().getSeconds() + DATABASE_SCRUB.toSeconds())))
                .build();
    }

    /** A receipt: how many of what this service removed. It is kept as proof, so it names the request and not the person. */
    public static ErasureReceipt of(Erasure erasure, String service, Map<String, Long> removed) {
        Instant now = Instant.now();
        return ErasureReceipt.newBuilder()
                .setRequestId(erasure.getRequestId())
                .setService(service)
                .setErasedAt(
                        Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
                .putAllRemoved(removed)
                .build();
    }
}
