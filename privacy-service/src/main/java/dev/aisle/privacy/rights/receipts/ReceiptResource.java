package dev.aisle.privacy.rights.receipts;

import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.rights.receipts.ReadReceipts.SignedReceipt;
import dev.aisle.privacy.rights.request.edge.RequestViews.ReceiptView;
import dev.aisle.privacy.shared.people.ReceiptRules;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** Receipts with their signatures; {@link ReceiptKeyResource} has the keys to check them with. */
@Path("/v1/requests")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ReceiptResource {
    private final ReadReceipts readReceipts;

    ReceiptResource(ReadReceipts readReceipts) {
        this.readReceipts = readReceipts;
    }

    /**
     * A receipt and its proof.
     *
     * @param signedBytes base64; the signature is over these bytes
     * @param signature base64, Ed25519
     */
    public record SignedReceiptView(ReceiptView receipt, byte[] signedBytes, byte[] signature, String signingKeyId) {
        public static SignedReceiptView of(SignedReceipt signed) {
            return new SignedReceiptView(
                    ReceiptView.of(signed.receipt()), signed.signedBytes(), signed.signature(), signed.signingKeyId());
        }
    }

    /** All that have come, and how to check them. */
    record ReceiptList(String message, String keys, List<SignedReceiptView> receipts) {}

    @GET
    @Path("/{id}/receipts")
    @RolesAllowed({Role.STOREFRONT, Role.PRIVACY_OFFICER, Role.AUDITOR})
    public Response receipts(@PathParam("id") String id) {
        return Optional.ofNullable(ReceiptRules.requestId(id))
                .flatMap(readReceipts::of)
                .map(receipts -> Response.ok(new ReceiptList(
                                "aisle.privacy.v1.ErasureReceipt",
                                "/v1/receipt-keys",
                                receipts.stream().map(SignedReceiptView::of).toList()))
                        .build())
                .orElseGet(() -> Problems.notFound("request"));
    }
}
