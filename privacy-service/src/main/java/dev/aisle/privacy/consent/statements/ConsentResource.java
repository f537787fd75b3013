package dev.aisle.privacy.consent.statements;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.consent.enforcement.AwaitDoor;
import dev.aisle.privacy.consent.enforcement.AwaitEffect;
import dev.aisle.privacy.consent.enforcement.Effect;
import dev.aisle.privacy.consent.notices.Notices;
import dev.aisle.privacy.consent.statements.RecordOutcome.KeyOfAnother;
import dev.aisle.privacy.consent.statements.RecordOutcome.NoticeRefused;
import dev.aisle.privacy.consent.statements.RecordOutcome.Recorded;
import dev.aisle.privacy.consent.statements.RecordOutcome.RecordedBefore;
import dev.aisle.privacy.consent.statements.RecordOutcome.Stale;
import dev.aisle.privacy.consent.versions.ConsentChange;
import dev.aisle.privacy.shared.calls.CallKey;
import dev.aisle.privacy.shared.calls.ExpectedVersion;
import dev.aisle.privacy.shared.datamap.Words;
import dev.aisle.privacy.shared.edge.CallKeys;
import dev.aisle.privacy.shared.people.SubjectReference;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records consents. */
@Path("/v1/consents")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Changes("consent")
class ConsentResource {
    private final RecordConsent recordConsent;
    private final BrowserSignals signals;
    private final AwaitEffect awaitEffect;
    private final AwaitDoor awaitDoor;
    private final ReadStays readStays;

    ConsentResource(
            RecordConsent recordConsent,
            BrowserSignals signals,
            AwaitEffect awaitEffect,
            AwaitDoor awaitDoor,
            ReadStays readStays) {
        this.recordConsent = recordConsent;
        this.signals = signals;
        this.awaitEffect = awaitEffect;
        this.awaitDoor = awaitDoor;
        this.readStays = readStays;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.STOREFRONT, Role.PRIVACY_OFFICER})
    public Response record(
            @HeaderParam(CallKeys.HEADER) @CallKeys.WellFormed @Nullable String idempotencyKey,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context HttpHeaders headers,
            @Context SecurityContext caller,
            @NotNull(message = "is missing") @Valid ConsentRequest body) {
        return switch (ConsentReading.of(
                body, BrowserSignals.gpc(headers, body.gpc(), body.gpp()), signals.read(body.tc(), body.gpp()))) {
            case ConsentReading.Refused refused -> refused.answer();
            case ConsentReading.Understood understood ->
                record(
                        body.subject(),
                        understood.change(),
                        ExpectedVersion.ofHeader(ifMatch),
                        CallKeys.of(caller, "POST /v1/consents", idempotencyKey),
                        new Wish(Preference.respondAsync(headers), Words.of(headers.getAcceptableLanguages())));
        };
    }

    /** How the caller wants the answer. */
    private record Wish(boolean atOnce, Words words) {}

    private Response record(
            String subject, ConsentChange change, ExpectedVersion expected, @Nullable CallKey key, Wish wish) {
        return switch (recordConsent.record(SubjectReference.of(subject), change, expected, key)) {
            case Recorded recorded ->
                answer(recorded.receipt(), recorded.told(), Response.Status.CREATED, change, wish);
            case RecordedBefore before -> answer(before.receipt(), before.told(), Response.Status.OK, change, wish);
            case Stale stale -> Stales.answer(stale.version());
            case NoticeRefused refused -> Notices.refused(refused.why());
            case KeyOfAnother another -> CallKeys.keyOfAnother();
        };
    }

    /**
     * What takes something back always waits; anything else waits for the door alone, unless the caller doesn't want to. A repeated call waits as the first did: its caller may
     * have heard nothing, and sends the next event behind this answer.
     */
    private Response answer(
            ConsentReceipt receipt, boolean told, Response.Status done, ConsentChange change, Wish wish) {
        Pseudonym subject = new Pseudonym(receipt.subject());
        long version = receipt.version();
        Optional<Effect> effect = awaitEffect.awaitIfWithdrawal(subject, version);
        if (effect.isPresent()) {
            return WithdrawalAnswers.toConsent(
                    receipt.with(wish.words().told(readStays.of(subject))), effect.get(), done);
        }
        boolean known = wish.atOnce() || !told || awaitDoor.await(subject, version);
        return Response.status(known ? done : Response.Status.ACCEPTED)
                .header(Preference.APPLIED, wish.atOnce() ? Preference.RESPOND_ASYNC : null)
                .tag("v" + version)
                .entity(withStays(receipt, change, wish))
                .build();
    }

    /** Whoever refuses something hears what is kept all the same. */
    private ConsentReceipt withStays(ConsentReceipt receipt, ConsentChange change, Wish wish) {
        boolean refuses = change.decisions().values().stream().anyMatch(said -> !said.grants());
        return refuses ? receipt.with(wish.words().told(readStays.of(new Pseudonym(receipt.subject())))) : receipt;
    }
}
