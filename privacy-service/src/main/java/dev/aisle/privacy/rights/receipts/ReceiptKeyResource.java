package dev.aisle.privacy.rights.receipts;

import dev.aisle.privacy.rights.receipts.TrustedKeys.PublishedKey;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Public keys, for everybody: a third party that was given a receipt checks it with nobody's leave. */
@Path("/v1/receipt-keys")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class ReceiptKeyResource {
    private final TrustedKeys keys;

    ReceiptKeyResource(TrustedKeys keys) {
        this.keys = keys;
    }

    /** The keys of all services. */
    record KeyList(List<PublishedKey> keys) {}

    @GET
    @PermitAll
    public KeyList keys() {
        return new KeyList(keys.published());
    }
}
