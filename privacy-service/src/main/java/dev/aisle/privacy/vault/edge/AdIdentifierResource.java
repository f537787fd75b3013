package dev.aisle.privacy.vault.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import dev.aisle.privacy.shared.domain.SubjectReference;
import dev.aisle.privacy.vault.domain.AdIdentifier;
import dev.aisle.privacy.vault.usecase.ExportAdIdentifiers;
import dev.aisle.privacy.vault.usecase.ExportAdIdentifiers.Outcome;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives campaign-service what an ad platform may know people by. No other role includes this one. */
@Path("/v1/vault/ad-identifiers")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AdIdentifierResource {
    private static final String LEAVE = "leave";

    private final ExportAdIdentifiers exportAdIdentifiers;

    AdIdentifierResource(ExportAdIdentifiers exportAdIdentifiers) {
        this.exportAdIdentifiers = exportAdIdentifiers;
    }

    /**
     * Up to 500 people of a campaign's audience.
     *
     * @param change {@code join} for people who come in, {@code leave} for people to be taken off the platform's list
     */
    record AdIdentifierRequest(
            @NotNull(message = "is missing") @Size(min = 1, max = 500, message = "expected 1 to 500 subjects") @Valid
            List<@NotNull(message = "is null") String> subjects,

            @NotNull(message = "is missing") @Pattern(regexp = "[a-z0-9-]{1,64}", message = "expected a campaign's id")
            String campaign,

            @NotNull(message = "is missing") @Pattern(regexp = "join|leave", message = "expected join or leave")
            String change) {}

    /** The answers, in the order of the subjects. */
    record AdIdentifiersView(List<AdIdentifierView> answers) {}

    /** A digest, or the reason why there is none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AdIdentifierView(
            String subject,
            @Nullable String emailSha256,
            @Nullable String reason) {
        static AdIdentifierView of(AdIdentifier one) {
            return new AdIdentifierView(one.subject().value(), one.digest(), one.reason());
        }
    }

    @POST
    @RolesAllowed(Role.ADS_EXPORT)
    public Response export(
            @Context SecurityContext caller, @NotNull(message = "is missing") @Valid AdIdentifierRequest body) {
        for (int i = 0; i < body.subjects().size(); i++) {
            String problem = SubjectReference.problemOf(body.subjects().get(i));
            if (problem != null) {
                return Problems.invalidField("subjects[" + i + "]", problem);
            }
        }
        List<SubjectReference> subjects =
                body.subjects().stream().map(SubjectReference::of).toList();
        String actor = caller.getUserPrincipal().getName();
        if (body.change().equals(LEAVE)) {
            return answer(exportAdIdentifiers.leave(subjects, body.campaign(), actor));
        }
        return switch (exportAdIdentifiers.join(subjects, body.campaign(), actor)) {
            case Outcome.Given given -> answer(given.identifiers());
            case Outcome.TooFew few ->
                Problems.unprocessable(
                        "audience-too-small",
                        "subjects",
                        "fewer than " + few.threshold()
                                + " of them allow targeted ads; widen the audience, or ask for more people at once");
        };
    }

    private static Response answer(List<AdIdentifier> found) {
        return Response.ok(new AdIdentifiersView(
                        found.stream().map(AdIdentifierView::of).toList()))
                .build();
    }
}
