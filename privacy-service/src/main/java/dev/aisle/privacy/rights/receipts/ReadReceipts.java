package dev.aisle.privacy.rights.receipts;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.privacy.v1.ErasureReceipt;
import dev.aisle.platform.erasure.ReceiptBytes;
import dev.aisle.privacy.rights.request.store.RequestRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The receipts of a request, with what a third party needs to check them without us. */
@ApplicationScoped
public class ReadReceipts {
    private final RequestRepository requests;
    private final ReceiptRepository receipts;

    ReadReceipts(RequestRepository requests, ReceiptRepository receipts) {
        this.requests = requests;
        this.receipts = receipts;
    }

    /**
     * A receipt and its proof.
     *
     * @param signedBytes the message {@code aisle.privacy.v1.ErasureReceipt} without its signature, as it was signed
     */
    public record SignedReceipt(Receipt receipt, byte[] signedBytes, byte[] signature, String signingKeyId) {}

    /** Those that have come, those of its parts last; empty when there is no such request. */
    @Transactional
    public Optional<List<SignedReceipt>> of(UUID id) {
        return requests.findByIdOptional(id)
                .map(request -> Stream.concat(
                                receipts.of(id).stream(),
                                requests.partsOf(id).stream().flatMap(part -> receipts.of(part.id()).stream()))
                        .map(ReadReceipts::signed)
                        .toList());
    }

    private static SignedReceipt signed(ErasureReceipt message) {
        return new SignedReceipt(
                receipt(message),
                ReceiptBytes.signed(message),
                message.getSignature().toByteArray(),
                message.getSigningKeyId());
    }

    public static Receipt receipt(ErasureReceipt message) {
        return new Receipt(
                message.getService(),
                instant(message.getErasedAt()),
                message.getRemovedMap(),
                message.getOutstandingList().stream()
                        .map(follows -> new Receipt.Outstanding(follows.getWhat(), instant(follows.getDue())))
                        .toList());
    }

    private static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
