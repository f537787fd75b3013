package dev.aisle.campaign.delivery.feedback;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.campaign.campaigns.contacts.Word;
import dev.aisle.campaign.delivery.feedback.TakeFeedback.Said;
import dev.aisle.platform.problem.Problems;
import dev.aisle.platform.security.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a shopper says to what the shop showed or sent. What the shopper does is told by events at the door, as everything is. */
@Path("/v1/campaign-feedback")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "feedback")
class FeedbackResource {
    private static final String ID = "[A-Za-z0-9._:-]{1,128}";
    private static final String NO_ID = "expected 1 to 128 of A-Z a-z 0-9 . _ : -";

    private final TakeFeedback takeFeedback;

    FeedbackResource(TakeFeedback takeFeedback) {
        this.takeFeedback = takeFeedback;
    }

    /**
     * A word.
     *
     * @param id the caller's: the same again changes nothing
     * @param about the decision or message; or else {@code campaign}
     * @param stars with {@code stars}
     */
    record FeedbackBody(
            @NotNull(message = "is missing") @Pattern(regexp = ID, message = NO_ID)
            String id,

            @NotNull(message = "is missing") String subject,

            @Nullable @Pattern(regexp = "[a-z0-9-]{1,64}", message = "expected a campaign's id")
            String campaign,

            @Nullable @Pattern(regexp = ID, message = NO_ID) String about,

            @NotNull(message = "is missing") String word,

            @Nullable @Min(value = 1, message = "expected 1 to 5") @Max(value = 5, message = "expected 1 to 5")
            Integer stars) {}

    @POST
    @RolesAllowed(Role.STOREFRONT)
    @Operation(
            summary = "useful, not_for_me, too_often, or stars",
            description =
                    "Changes what this person gets from now on: not_for_me keeps the campaign away, too_often lowers the caps.")
    public Response say(@NotNull(message = "send a JSON object") @Valid FeedbackBody body) {
        Optional<Word> word = Word.sayable(body.word());
        if (word.isEmpty()) {
            return Problems.invalidField("word", "expected one of " + Word.SAYABLE);
        }
        if (!Pseudonym.isPseudonym(body.subject())) {
            return Problems.invalidField("subject", "expected p1.<keyId>.<32 characters of base64url>");
        }
        if ((body.campaign() == null) == (body.about() == null)) {
            return Problems.invalidField("about", "send either campaign or about, the id of a decision or message");
        }
        if ((word.get() == Word.STARS) != (body.stars() != null)) {
            return Problems.invalidField("stars", "belongs to the word stars, and to no other");
        }
        Said said = new Said(body.id(), body.subject(), body.campaign(), body.about(), word.get(), body.stars());
        return switch (takeFeedback.take(said)) {
            case TAKEN -> Response.noContent().build();
            case NO_CAMPAIGN -> Problems.unprocessable("no-such-campaign", "campaign", "there is no such campaign");
            case NOT_GOT ->
                Problems.unprocessable("not-got", "about", "this person got no such decision or message of a campaign");
            case ID_TAKEN -> Problems.conflict("feedback-id-taken", "This id belongs to another word; take a new id.");
        };
    }
}
