package dev.aisle.privacy.consent.statements;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.consent.enforcement.AwaitEffect;
import dev.aisle.privacy.consent.statements.ConsentViews.ConsentView;
import dev.aisle.privacy.consent.statements.ConsentViews.EntryView;
import dev.aisle.privacy.consent.statements.ConsentViews.HistoryView;
import dev.aisle.privacy.consent.statements.WithdrawConsent.Outcome;
import dev.aisle.privacy.consent.versions.ConsentSnapshot;
import dev.aisle.privacy.consent.versions.HistoryEntry;
import dev.aisle.privacy.shared.calls.ExpectedVersion;
import dev.aisle.privacy.shared.datamap.Words;
import dev.aisle.privacy.shared.edge.IsPseudonym;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Shows and withdraws what one subject has said. */
@Path("/v1/consents/{pseudonym}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Changes("consent")
class SubjectConsentResource {
    private static final int PAGE = 100;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final WithdrawConsent withdrawConsent;
    private final ReadConsent readConsent;
    private final AwaitEffect awaitEffect;
    private final ConsentReceipts receipts;

    SubjectConsentResource(
            WithdrawConsent withdrawConsent,
            ReadConsent readConsent,
            AwaitEffect awaitEffect,
            ConsentReceipts receipts) {
        this.awaitEffect = awaitEffect;
        this.withdrawConsent = withdrawConsent;
        this.readConsent = readConsent;
        this.receipts = receipts;
    }

    @GET
    @RolesAllowed({Role.STOREFRONT, Role.PRIVACY_OFFICER})
    public Response read(
            @PathParam("pseudonym") @IsPseudonym String pseudonym,
            @QueryParam("at") @Nullable String at,
            @Context SecurityContext caller) {
        if (at == null) {
            ConsentView view = ConsentView.of(pseudonym, current(new Pseudonym(pseudonym), caller), Instant.now());
            return Response.ok(view).tag("v" + view.version()).build();
        }
        if (!caller.isUserInRole(Role.PRIVACY_OFFICER)) {
            throw new ForbiddenException();
        }
        Instant moment = moment(at);
        return moment == null
                ? Problems.invalidField("at", "expected an ISO 8601 time such as 2026-11-25T09:00:00Z")
                : Response.ok(ConsentView.of(pseudonym, readConsent.asOf(new Pseudonym(pseudonym), moment), moment))
                        .build();
    }

    @GET
    @Path("/history")
    @RolesAllowed(Role.PRIVACY_OFFICER)
    public HistoryView history(
            @PathParam("pseudonym") @IsPseudonym String pseudonym,
            @QueryParam("after") @DefaultValue("0") @PositiveOrZero long after) {
        List<HistoryEntry> entries = readConsent.history(new Pseudonym(pseudonym), after, PAGE);
        Long next = entries.size() < PAGE ? null : entries.getLast().snapshot().version();
        return new HistoryView(
                pseudonym,
                entries.stream().map(entry -> EntryView.of(pseudonym, entry)).toList(),
                next);
    }

    @GET
    @Path("/receipt")
    @Produces({"application/ld+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({Role.STOREFRONT, Role.PRIVACY_OFFICER})
    public Response receipt(@PathParam("pseudonym") @IsPseudonym String pseudonym) {
        return receipts.of(pseudonym)
                .map(receipt -> Response.ok(receipt).build())
                .orElseGet(() -> Problems.notFound("consent"));
    }

    @DELETE
    @Path("/{purpose}")
    @RolesAllowed({Role.STOREFRONT, Role.PRIVACY_OFFICER, Role.SERVICE})
    public Response withdraw(
            @PathParam("pseudonym") @IsPseudonym String pseudonym,
            @PathParam("purpose")
                    // Named one by one, so that a public host can tell them from /history.
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {
                                                "necessary",
                                                "analytics",
                                                "personalization",
                                                "model_training",
                                                "marketing_email",
                                                "marketing_push",
                                                "ads_targeted",
                                                "sale_share",
                                                "joint_training",
                                                "cross_domain"
                                            }))
                    String purposeName,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context HttpHeaders headers) {
        Optional<Purpose> purpose = Purpose.ofWireName(purposeName);
        if (purpose.isEmpty()) {
            return ConsentReading.Words.unknownPurpose("purpose");
        }
        if (purpose.get() == Purpose.NECESSARY) {
            return ConsentReading.Words.necessaryIsNoChoice("purpose");
        }
        return switch (withdrawConsent.withdraw(
                new Pseudonym(pseudonym), purpose.get(), ExpectedVersion.ofHeader(ifMatch))) {
            case Outcome.Withdrawn withdrawn ->
                WithdrawalAnswers.toDelete(
                        pseudonym,
                        withdrawn.version(),
                        awaitEffect.await(new Pseudonym(pseudonym), withdrawn.version()),
                        receipts.stays(pseudonym, Words.of(headers.getAcceptableLanguages())));
            case Outcome.Stale stale -> Stales.answer(stale.version());
        };
    }

    private ConsentSnapshot current(Pseudonym pseudonym, SecurityContext caller) {
        return caller.isUserInRole(Role.PRIVACY_OFFICER)
                ? readConsent.shown(pseudonym)
                : readConsent.current(pseudonym);
    }

    /** A time that a database knows; {@code null} for anything else. */
    private static @Nullable Instant moment(String text) {
        try {
            Instant moment = Instant.parse(text);
            return moment.isBefore(Instant.EPOCH) || moment.isAfter(LATEST) ? null : moment;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
