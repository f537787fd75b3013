package dev.aisle.privacy.audit.reading;

import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.audit.reading.AuditViews.ConsistencyView;
import dev.aisle.privacy.audit.reading.AuditViews.EntriesView;
import dev.aisle.privacy.audit.reading.AuditViews.EntryView;
import dev.aisle.privacy.audit.reading.AuditViews.HeadView;
import dev.aisle.privacy.audit.reading.AuditViews.HeadsView;
import dev.aisle.privacy.audit.reading.AuditViews.InclusionView;
import dev.aisle.privacy.audit.reading.AuditViews.VerdictView;
import dev.aisle.privacy.audit.tree.FoundEntry;
import dev.aisle.privacy.audit.tree.HeadKeys;
import dev.aisle.privacy.audit.tree.KeptHead;
import dev.aisle.privacy.audit.tree.ProveEntries;
import dev.aisle.privacy.audit.tree.ProveEntries.Outcome;
import dev.aisle.privacy.audit.tree.StoredHead;
import dev.aisle.privacy.audit.verification.VerifyLog;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The audit log, for auditors. */
@Path("/v1/audit")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.AUDITOR)
class AuditResource {
    private static final int HEADS = 500;

    private final ReadAuditLog readLog;
    private final VerifyLog verifyLog;
    private final ProveEntries proveEntries;
    private final HeadKeys keys;

    AuditResource(ReadAuditLog readLog, VerifyLog verifyLog, ProveEntries proveEntries, HeadKeys keys) {
        this.readLog = readLog;
        this.verifyLog = verifyLog;
        this.proveEntries = proveEntries;
        this.keys = keys;
    }

    @GET
    public Response entries(@BeanParam @Valid EntryQuery query) {
        return query.filter()
                .map(filter -> {
                    List<FoundEntry> found = readLog.entries(filter, query.limit);
                    Long next = found.size() < query.limit
                            ? null
                            : found.getLast().leaf().index();
                    return Response.ok(new EntriesView(
                                    found.stream().map(EntryView::of).toList(), next))
                            .build();
                })
                .orElseGet(() -> Problems.malformed("from and to are ISO 8601 times such as 2026-11-25T09:00:00Z"));
    }

    @GET
    @Path("/heads")
    public HeadsView heads(
            @QueryParam("after") @DefaultValue("-1") @Min(value = -1, message = "expected a number of a head")
                    long after) {
        List<StoredHead> heads = readLog.heads(after, HEADS);
        Long next = heads.size() < HEADS ? null : heads.getLast().seq();
        return new HeadsView(
                keys.signing().verifier().hex(),
                heads.stream().map(HeadView::of).toList(),
                next);
    }

    /** Also with {@code size} and {@code root} of a head that the caller kept. */
    @GET
    @Path("/verify")
    public VerdictView verify(
            @QueryParam("size") @Min(value = 1, message = "expected a number of leaves") @Nullable Long size,
            @QueryParam("root") @Pattern(regexp = "[0-9a-f]{64}", message = "expected 64 hexadecimal digits") @Nullable
                    String root) {
        Optional<KeptHead> kept =
                size == null || root == null ? Optional.empty() : Optional.of(new KeptHead(size, root));
        return VerdictView.of(verifyLog.verify(kept));
    }

    @GET
    @Path("/proof")
    public Response proof(
            @QueryParam("leaf") @NotNull(message = "is missing") @Min(value = 0, message = "expected a leaf") Long leaf,
            @QueryParam("size") @Min(value = 1, message = "expected a number of leaves") @Nullable Long size) {
        return answer(proveEntries.inclusion(leaf, size));
    }

    @GET
    @Path("/consistency")
    public Response consistency(
            @QueryParam("first")
                    @NotNull(message = "is missing")
                    @Min(value = 1, message = "expected a number of leaves")
                    Long first,
            @QueryParam("second") @Min(value = 1, message = "expected a number of leaves") @Nullable Long second) {
        return answer(proveEntries.consistency(first, second));
    }

    private Response answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Inclusion proof ->
                Response.ok(InclusionView.of(proof, keys.signing().verifier().hex()))
                        .build();
            case Outcome.Consistency proof ->
                Response.ok(ConsistencyView.of(proof)).build();
            case Outcome.NotThere ignored -> Problems.notFound("leaf");
            case Outcome.Damaged ignored ->
                Problems.conflict("audit-log-damaged", "Hashes of the tree are missing. See /v1/audit/verify.");
        };
    }
}
