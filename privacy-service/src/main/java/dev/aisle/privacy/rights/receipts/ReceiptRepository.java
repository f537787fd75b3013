package dev.aisle.privacy.rights.receipts;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** The first receipt of each service for each request, in the bytes in which it came. */
@ApplicationScoped
public class ReceiptRepository {
    private final Session session;

    ReceiptRepository(Session session) {
        this.session = session;
    }

    /** Keeps a receipt, unless this service has already answered this request; then false. */
    public boolean keep(UUID requestId, ErasureReceipt receipt, Instant receivedAt) {
        return session.createNativeMutationQuery("""
            insert into erasure_receipt (request_id, service, received_at, message)
            values (:request, :service, :at, :message) on conflict do nothing
            """)
                        .setParameter("request", requestId)
                        .setParameter("service", receipt.getService())
                        .setParameter("at", receivedAt)
                        .setParameter("message", receipt.toByteArray())
                        .executeUpdate()
                == 1;
    }

    /** Who has answered a request, in the order of the answers. */
    public List<String> servicesOf(UUID requestId) {
        return session.createNativeQuery(
                        "select service from erasure_receipt where request_id = :request order by received_at, service",
                        String.class)
                .setParameter("request", requestId)
                .getResultList();
    }

    /** The answers. */
    public List<ErasureReceipt> of(UUID requestId) {
        return session.createNativeQuery(
                        "select message from erasure_receipt where request_id = :request order by received_at, service",
                        byte[].class)
                .setParameter("request", requestId)
                .getResultStream()
                .map(ReceiptRepository::parse)
                .toList();
    }

    private static ErasureReceipt parse(byte[] message) {
        try {
            return ErasureReceipt.parseFrom(message);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("A receipt that was kept can't be read", e);
        }
    }
}
