package dev.aisle.privacy.vault.disclosures;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.platform.audit.Changes;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.shared.edge.CallKeys;
import dev.aisle.privacy.shared.people.SubjectReference;
import dev.aisle.privacy.vault.disclosures.ExportAdIdentifiers.Joining;
import dev.aisle.privacy.vault.disclosures.ExportAdIdentifiers.Leaving;
import dev.aisle.privacy.vault.disclosures.ExportAdIdentifiers.Outcome;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives campaign-service what an ad platform may know people by. No other role includes this one. */
@Path("/v1/vault/ad-identifiers")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Changes("disclosure")
class AdIdentifierResource {
    private static final String LEAVE = "leave";

    private final ExportAdIdentifiers exportAdIdentifiers;

    AdIdentifierResource(ExportAdIdentifiers exportAdIdentifiers) {
        this.exportAdIdentifiers = exportAdIdentifiers;
    }

    /**
     * Up to 500 people of a campaign's audience.
     *
     * @param subjects people who come in, for {@code join}
     * @param disclosures what {@code join} answered for people to be taken off the platform's list, for {@code leave}
     */
    record AdIdentifierRequest(
            @Nullable @Size(min = 1, max = 500, message = "expected 1 to 500 subjects") @Valid
            List<@NotNull(message = "is null") String> subjects,

            @Nullable @Size(min = 1, max = 500, message = "expected 1 to 500 disclosures") @Valid
            List<@NotNull(message = "is null") UUID> disclosures,

            @NotNull(message = "is missing") @Pattern(regexp = "[a-z0-9-]{1,64}", message = "expected a campaign's id")
            String campaign,

            @NotNull(message = "is missing") @Pattern(regexp = "join|leave", message = "expected join or leave")
            String change) {}

    /** The answers, in the order of what was asked. */
    record AdIdentifiersView(List<AdIdentifierView> answers) {}

    /** A digest, or the reason why there is none; about a subject that joins, or a disclosure that is taken back. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AdIdentifierView(
            @Nullable String subject,
            @Nullable UUID disclosure,
            @Nullable String emailSha256,
            @Nullable String reason) {
        static AdIdentifierView of(Joining one) {
            AdIdentifier identifier = one.identifier();
            return new AdIdentifierView(
                    identifier.subject().value(), one.disclosure(), identifier.digest(), identifier.reason());
        }

        static AdIdentifierView of(Leaving one) {
            String reason = one.digest() == null ? ExportAdIdentifiers.NOT_DISCLOSED : null;
            return new AdIdentifierView(null, one.disclosure(), one.digest(), reason);
        }
    }

    @POST
    @RolesAllowed(Role.ADS_EXPORT)
    public Response export(
            @Context SecurityContext caller,
            @HeaderParam(CallKeys.HEADER) @CallKeys.WellFormed @Nullable String key,
            @NotNull(message = "is missing") @Valid AdIdentifierRequest body) {
        return body.change().equals(LEAVE) ? leave(caller, key, body) : join(caller, body);
    }

    private Response leave(SecurityContext caller, @Nullable String key, AdIdentifierRequest body) {
        if (body.subjects() != null) {
            return Problems.invalidField("subjects", "isn't taken for leave; send the disclosures that join answered");
        }
        if (body.disclosures() == null) {
            return Problems.invalidField("disclosures", "is missing; send those that join answered");
        }
        return answer(exportAdIdentifiers
                .leave(
                        body.disclosures(),
                        body.campaign(),
                        CallKeys.of(caller, "vault.ads-left", key),
                        caller.getUserPrincipal().getName())
                .stream()
                .map(AdIdentifierView::of)
                .toList());
    }

    private Response join(SecurityContext caller, AdIdentifierRequest body) {
        if (body.disclosures() != null) {
            return Problems.invalidField("disclosures", "isn't taken for join; send the subjects who come in");
        }
        if (body.subjects() == null) {
            return Problems.invalidField("subjects", "is missing");
        }
        for (int i = 0; i < body.subjects().size(); i++) {
            String problem = SubjectReference.problemOf(body.subjects().get(i));
            if (problem != null) {
                return Problems.invalidField("subjects[" + i + "]", problem);
            }
        }
        List<SubjectReference> subjects =
                body.subjects().stream().map(SubjectReference::of).toList();
        String actor = caller.getUserPrincipal().getName();
        return switch (exportAdIdentifiers.join(subjects, body.campaign(), actor)) {
            case Outcome.Given given ->
                answer(given.identifiers().stream().map(AdIdentifierView::of).toList());
            case Outcome.TooFew few ->
                Problems.unprocessable(
                        "audience-too-small",
                        "subjects",
                        "fewer than " + few.threshold()
                                + " of them allow targeted ads; widen the audience, or ask for more people at once");
        };
    }

    private static Response answer(List<AdIdentifierView> answers) {
        return Response.ok(new AdIdentifiersView(answers)).build();
    }
}
