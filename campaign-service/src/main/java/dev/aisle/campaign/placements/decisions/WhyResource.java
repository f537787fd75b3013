package dev.aisle.campaign.placements.decisions;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.campaign.placements.decisions.WhyNot.Answer;
import dev.aisle.campaign.placements.decisions.WhyNot.Hindrance;
import dev.aisle.campaign.placements.decisions.WhyNot.Question;
import dev.aisle.campaign.placements.decisions.WhySource.Line;
import dev.aisle.campaign.shared.Language;
import dev.aisle.platform.audit.ChangesNothing;
import dev.aisle.platform.placements.DeclaredPlacement;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Why did this person not get it? */
@Path("/v1/campaigns/{id}/why")
@ChangesNothing("a read of a person, recorded as one")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "decisions")
class WhyResource {
    private final WhyNot whyNot;

    WhyResource(WhyNot whyNot) {
        this.whyNot = whyNot;
    }

    /**
     * Who, and where.
     *
     * @param placement one of the campaign's own when left out
     * @param contextItems products on the page
     */
    public record WhyBody(
            @NotNull(message = "is missing: send the pseudonym that POST /v1/pseudonyms gave")
            @Pattern(
                    regexp = "p1\\.[A-Za-z0-9_-]{1,32}\\.[A-Za-z0-9_-]{32}",
                    message = "is not a pseudonym: p1.<key>.<32 characters>; send no customer id or address here")
            String subject,

            @Nullable @DeclaredPlacement String placement,

            @Nullable @Size(max = 100, message = "has more than 100 items")
            List<
                            @NotNull(message = "is null")
                            @Pattern(
                                    regexp = "[^\\p{Cntrl}]{1,256}",
                                    message = "is not a product id: 1 to 256 characters, no control characters")
                            String>
                    contextItems,

            @Nullable @Pattern(regexp = "[A-Za-z0-9-]{1,35}", message = "is not a BCP 47 tag such as en or zh-CN")
            String locale) {
        Question question(String campaign) {
            return new Question(
                    campaign, subject, placement, contextItems == null ? List.of() : contextItems, Language.of(locale));
        }
    }

    /** The answer, in words. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WhyAnswer(
            String campaign,
            int version,
            String state,
            @Nullable String placement,
            boolean gets,
            @Nullable String winner,
            List<Hindrance> hindrances,
            List<Line> lately) {
        static WhyAnswer of(Answer answer) {
            return new WhyAnswer(
                    answer.campaign(),
                    answer.version(),
                    answer.state(),
                    answer.placement(),
                    answer.gets(),
                    answer.winner(),
                    answer.hindrances(),
                    answer.lately());
        }
    }

    @POST
    @RolesAllowed({Role.MARKETER, Role.PRIVACY_OFFICER})
    @Operation(
            summary = "Why somebody doesn't get a campaign",
            description =
                    "Evaluates the running version (else the newest) now, rule by rule, and tells what became of it lately. Only the campaign's own rules are told. Of people who don't allow personalization nothing is read.")
    public Response why(
            @PathParam("id") String id, @NotNull(message = "send a JSON object with the subject") @Valid WhyBody body) {
        return whyNot.why(body.question(id))
                .map(answer -> Response.ok(WhyAnswer.of(answer))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .orElseGet(() -> Problems.notFound("campaign"));
    }
}
